package org.broadsheet.query.export;

import java.io.StringWriter;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.broadsheet.query.article.ArticleDocument;

/// A feed as Atom (RFC 4287).
final class AtomFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int SUMMARY_MAX = 300;

    private AtomFeed() {}

    static String of(Feed feed) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", feed.self().toString());
            element(xml, "title", feed.title());
            element(xml, "updated", feed.updated().toString());
            link(xml, "self", feed.self().toString());
            link(xml, "alternate", feed.page().toString());
            xml.writeStartElement("author");
            element(xml, "name", "Broadsheet");
            xml.writeEndElement();
            for (ArticleDocument article : feed.articles()) {
                entry(xml, feed, article);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("feed " + feed.self(), e);
        }
        return out.toString();
    }

    private static void entry(XMLStreamWriter xml, Feed feed, ArticleDocument article)
            throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", feed.address(article));
        element(xml, "title", Feed.heading(article));
        element(xml, "updated", Feed.updated(article).toString());
        link(xml, "alternate", feed.address(article));
        for (String author : article.authors()) {
            xml.writeStartElement("author");
            element(xml, "name", author);
            xml.writeEndElement();
        }
        element(xml, "summary", summary(article));
        xml.writeEndElement();
    }

    static String summary(ArticleDocument article) {
        String body = Objects.requireNonNullElse(article.body(), "");
        int[] points = body.codePoints().limit(SUMMARY_MAX).toArray();
        String beginning = new String(points, 0, points.length);
        return beginning.length() < body.length() ? beginning + "…" : body;
    }

    private static void link(XMLStreamWriter xml, String rel, String href)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }

    /// Without the characters that XML 1.0 cannot hold.
    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(
                text.replaceAll(
                        "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", ""));
        xml.writeEndElement();
    }
}
