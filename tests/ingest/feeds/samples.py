"""Feeds in every format, in our own words."""

RSS2 = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
  <title>Harbour &amp; Coast</title>
  <link>https://harbour.example/</link>
  <language>en-gb</language>
  <ttl>90</ttl>
  <item>
    <title>Port strike ends</title>
    <link>https://harbour.example/2026/port-strike?utm_source=rss&amp;page=2</link>
    <guid isPermaLink="false">4711</guid>
    <dc:creator>Ann Lee</dc:creator>
    <category>Ports</category><category>Labour</category>
    <pubDate>Sat, 21 Nov 2026 18:30:00 +0530</pubDate>
    <description>The strike is over.</description>
    <content:encoded><![CDATA[<p>The strike is over, both sides said on
      <a href="/2026/friday">Friday</a>.</p>
      <h2>What changes</h2><p>Shifts end at <em>ten</em>.</p>
      <p>The post Port strike ends appeared first on Harbour.</p>]]></content:encoded>
    <media:content url="/quay.jpg" medium="image"/>
  </item>
  <item>
    <title>Fog closes the strait</title>
    <link>https://harbour.example/fog</link>
    <description>Ferries stayed in port this morning &amp;hellip;</description>
    <pubDate>Fri, 20 Nov 2026 07:00:00 GMT</pubDate>
  </item>
  <item>
    <title>Fog closes the strait</title>
    <link>https://harbour.example/fog?utm_campaign=feed</link>
    <guid>https://harbour.example/fog#2</guid>
    <description>The same, told again.</description>
  </item>
</channel></rss>"""

RSS091 = """<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
  "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Old Lighthouse</title><link>http://old.example/</link>
<item><title>Lamp lit</title><link>http://old.example/lamp.html</link>
<description>The lamp burns again.</description></item></channel></rss>"""

RSS1 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="http://rdf.example/"><title>Triples</title><link>http://rdf.example/</link>
</channel>
<item rdf:about="http://rdf.example/one"><title>One</title><link>http://rdf.example/one</link>
<dc:date>2026-11-20T07:00+01:00</dc:date><description>First of all.</description></item>
</rdf:RDF>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://quay.example/news/">
<title type="html">Quay &lt;b&gt;News&lt;/b&gt;</title>
<link rel="alternate" href="../"/>
<entry><id>tag:quay.example,2026:1</id><title>Kräne &lt; Kräfte</title>
<link rel="alternate" href="one.html"/>
<published>2026-11-19</published><updated>2026-11-20T10:00:00.5Z</updated>
<author><name>Bo Kahn</name></author><author><name>Cy Dee</name></author>
<category term="cranes" label="Cranes"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Zwei Kräne
<a href="two.html">fielen</a> aus.</p></div></content></entry>
</feed>"""

JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "Buoys",
"home_page_url": "https://buoys.example/", "language": "en",
"authors": [{"name": "Dee Sands"}],
"items": [{"id": 17, "url": "https://buoys.example/17", "title": "Buoy adrift",
"content_html": "<p>It went <a href='/north'>north</a>.</p>", "summary": "Adrift.",
"date_published": "2026-11-18T09:00:00-03:00", "tags": ["buoys", 5],
"image": "https://buoys.example/17.jpg"},
{"id": "18", "content_text": "Two lines.\\n\\nOne note.", "title": null}, "no item"]}"""
