"""What a PDF says of itself, in XMP: the same as its older properties, and which rules it keeps."""

from __future__ import annotations

from datetime import date
from html import escape

# PDF/A asks to describe every property that XMP itself does not know; pdfuaid:part is such a one.
_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/"
  xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
  xmlns:filing="{namespace}"
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>{filed}
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li>{described}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


_FILING = "urn:beraad:filing:1.0/"
"""Where the names of further properties belong; no address that is ever visited."""

_DESCRIBED = """<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>Filing</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{namespace}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>filing</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property>
</rdf:li>"""
_PROPERTY = """<rdf:li rdf:parseType="Resource">
<pdfaProperty:name>{name}</pdfaProperty:name>
<pdfaProperty:valueType>Text</pdfaProperty:valueType>
<pdfaProperty:category>external</pdfaProperty:category>
<pdfaProperty:description>{said}</pdfaProperty:description>
</rdf:li>"""


def packet(
    *,
    title: str,
    subject: str,
    language: str,
    producer: str,
    dated: date,
    filed: tuple[tuple[str, str], ...] = (),
) -> bytes:
    """The XMP of one file; the texts may hold anything that XML can say.

    `filed` are further properties by a Dutch name, of which the words are put together.
    """
    named = {name.title().replace(" ", ""): (name, said) for name, said in filed}
    told = "".join(
        f"\n<filing:{name}>{escape(said, quote=False)}</filing:{name}>"
        for name, (_, said) in named.items()
    )
    properties = "".join(
        _PROPERTY.format(name=name, said=shown) for name, (shown, _) in named.items()
    )
    described = _DESCRIBED.format(namespace=_FILING, properties=properties) if filed else ""
    return _PACKET.format(
        namespace=_FILING,
        filed=told,
        described=described,
        title=escape(title, quote=False),
        subject=escape(subject, quote=False),
        language=language,
        producer=escape(producer, quote=False),
        day=dated.isoformat(),
    ).encode()
