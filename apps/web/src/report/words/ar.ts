// The words around a daily report in Arabic.
import type { ReportWords } from './en.ts'

export const ar: ReportWords = {
  help: 'ما يثبته السجل، مساءً بعد مساء. كل رقم يقود إلى ما يستند إليه.',
  day: 'مساء يوم',
  earlier: 'السابق',
  later: 'اللاحق',
  number: (number, day) => `${number}: ${day}`,
  files: 'خذه معك',
  filesHelp: 'التقرير نفسه في ملف. ما تحتفظ به المكاتب لنفسها ليس في أي ملف يصل إلى غيرها.',
  print: 'اطبع هذه الصفحة',
  follow: 'تابع من مكان آخر',
  feed: 'التقارير في تغذية',
  calendar: 'المواعيد في تقويم',
  alerts: 'آخر تنبيه',
  none: 'لا تقرير بعد',
  noneHelp: 'يُعدّ أول تقرير عند أول وقت إقفال في المدة الأولى للاتفاق. اختر أعلاه لحظة لاحقة، أو أدخل ما بدأت به المدة.',
  forms: {
    md: 'نص (Markdown)',
    html: 'صفحة (HTML)',
    pdf: 'للطباعة (PDF)',
    docx: 'للتحرير (DOCX)',
    json: 'كل شيء (JSON)',
    csv: 'الأرقام (CSV)',
    hxl: 'الأرقام مع وسوم HXL',
    geojson: 'أماكن تقريبية (GeoJSON)',
    cap: 'آخر تنبيه (CAP)',
    ics: 'المواعيد (iCalendar)',
    atom: 'مدخل تغذية (Atom)',
    stix: 'الوقائع (STIX 2.1)',
    prov: 'من أين الأرقام (PROV)',
  },
}
