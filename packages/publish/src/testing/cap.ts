// For tests: what CAP 1.2 asks of the elements that we write, as an XML Schema of our own after the tables of the standard; not the file of OASIS.

const choice = (name: string, values: string) =>
  `<xs:simpleType name="${name}"><xs:restriction base="xs:token">${values
    .split(' ')
    .map((value) => `<xs:enumeration value="${value}"/>`)
    .join('')}</xs:restriction></xs:simpleType>`
const pattern = (name: string, base: string, value: string) =>
  `<xs:simpleType name="${name}"><xs:restriction base="${base}"><xs:pattern value="${value}"/></xs:restriction></xs:simpleType>`
const element = (name: string, type: string, occurs = '') => `<xs:element name="${name}" type="${type}" ${occurs}/>`
const OPTIONAL = 'minOccurs="0"'

export const CAP_SCHEMA = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:oasis:names:tc:emergency:cap:1.2"
  targetNamespace="urn:oasis:names:tc:emergency:cap:1.2" elementFormDefault="qualified">
${choice('status', 'Actual Exercise System Test Draft')}
${choice('msgType', 'Alert Update Cancel Ack Error')}
${choice('scope', 'Public Restricted Private')}
${choice('category', 'Geo Met Safety Security Rescue Fire Health Env Transport Infra CBRNE Other')}
${choice('urgency', 'Immediate Expected Future Past Unknown')}
${choice('severity', 'Extreme Severe Moderate Minor Unknown')}
${choice('certainty', 'Observed Likely Possible Unlikely Unknown')}
${pattern('name', 'xs:string', '[^\\s,&amp;&lt;]+')}
${pattern('when', 'xs:dateTime', '\\d\\d\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-+]\\d\\d:\\d\\d')}
${pattern('said', 'xs:string', '[\\s\\S]*\\S[\\s\\S]*')}
${pattern('references', 'xs:string', '[^\\s,]+,[^\\s,]+,[^\\s,]+( [^\\s,]+,[^\\s,]+,[^\\s,]+)*')}
<xs:element name="alert"><xs:complexType><xs:sequence>
${element('identifier', 'name')}${element('sender', 'name')}${element('sent', 'when')}${element('status', 'status')}
${element('msgType', 'msgType')}${element('scope', 'scope')}${element('note', 'said', OPTIONAL)}${element('references', 'references', OPTIONAL)}
<xs:element name="info" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
${element('language', 'xs:language', OPTIONAL)}${element('category', 'category', 'maxOccurs="unbounded"')}${element('event', 'said')}
${element('urgency', 'urgency')}${element('severity', 'severity')}${element('certainty', 'certainty')}
${element('effective', 'when', OPTIONAL)}${element('expires', 'when', OPTIONAL)}
${element('senderName', 'said', OPTIONAL)}${element('headline', 'said', OPTIONAL)}${element('description', 'said', OPTIONAL)}
<xs:element name="area" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
${element('areaDesc', 'said')}
</xs:sequence></xs:complexType></xs:element>
</xs:sequence></xs:complexType></xs:element>
</xs:sequence></xs:complexType></xs:element>
</xs:schema>`
