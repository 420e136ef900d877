// What an English news page prints around a story and what is no part of it.
import type { Language } from '../language.ts'

export const FURNITURE: Language['furniture'] = {
  lines: [
    'advertisement|advertisements?|sponsored( content)?|promoted',
    'subscribe.*|sign up .*|.* newsletter.*|.*subscri(be|ption)s? .*|.*for only .* (month|year|week).*|.*(per|a) month,? you .*|.*first month .*free.*|.*journalism you can trust.*|.*where facts and fiction.*',
    '(share|tweet|print|save|e-?mail)( this)?( story| article| page)?( [|].*)?|share (this|on|via|to).*|(follow|like) us.*|.*\\| ?(share|save|print|tweet|e-?mail)\\b.*|logo ?share.*',
    '.*all rights reserved.*|copyright.*|\\(c\\) .*|©.*|terms of (use|service).*|privacy policy.*|.*\\bcookies?\\b.*(site|accept|use).*',
    'voting booth.*|please select an option.*|.*# votes.*|.*oops! something went wrong.*|take (the|our) poll.*|cast your vote.*|.*will you be taking your .*',
    '(brent|crude oil|all share|top 40|financial 15|industrial 25|resource 10|ftse|dow jones|nasdaq|nikkei|dax|s&p)\\b.*(%|delayed|\\d).*|brent crude|all share|top 40|financial 15|industrial 25|resource 10|.*data delayed by.*|.*prices? delayed.*|.*morningstar.*',
    'read (more|also|next).*|most (read|popular|viewed).*|related( stories| articles| topics| news)?:?.*|trending.*|more (on|from) .*|also on .*|see also:?.*|recommended.*|editor.s picks?.*|next article.*|previous article.*|tags?:.*|topics:.*|watch:.*|video:.*|listen:.*|gallery:.*|photos?:.*|breaking news alerts.*|click here.*|download (the|our) app.*',
    '[-_=*~ .|•]+',
  ],
  tail: [
    'comments?( \\(#\\)| #)?|# comments?.*|(leave|post|add) a (comment|reply).*|new comment.*|join the (conversation|discussion).*|reader comments.*|what do you think\\??.*',
  ],
  bylines: [
    "by (our |the )?[\\p{L}.' ,-]{3,60}",
    '(afp|ap|reuters|associated press|agence france-presse|agencies|staff and agencies|news ?24|wire reports?|dpa|bbc|cnn|al jazeera)([ ,/|-].*)?',
    '(published|updated|posted|last (updated|modified)|first published)\\b.*',
    '\\(?(additional )?(reporting|writing|editing) by .*',
    '\\d{1,2}:\\d{2}.*|(mon|tues|wednes|thurs|fri|satur|sun)day,? \\d{1,2} \\p{L}+ \\d{4}.*|\\d{1,2} \\p{L}+ \\d{4}( .*)?|\\d{4}-\\d{2}-\\d{2}.*',
    'staff (writer|reporter|correspondent).*',
  ],
  captions: [
    '.*\\([^()]*(ap|afp|reuters|getty|epa|file|photo|picture|image)[^()]*\\)\\.?',
    '(photo|picture|image|file) ?(caption)?:.*|.*/(reuters|afp|ap|getty images).*',
    '.*file (photo|picture)\\.?',
  ],
  datelines: '[\\p{L}. ,]{2,40}(\\([a-z ]{2,20}\\))?( -{1,2} |- |-- ?)',
}
