package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.broadsheet.query.syntax.Field;

/// A name in the fields that hold names: as a whole, by its characters, with wildcards, or nearly.
final class NameClauses {
    /// What a reader may call a kind.
    private static final Map<String, String> KINDS =
            Map.of("文章", "article", "图片", "photo", "照片", "photo", "启事", "notice", "公告", "notice");

    private NameClauses() {}

    static Query of(Field field, String name) {
        NameFields fields = NameFields.of(field);
        if (fields.isPartEnough()) {
            return like(field, "*" + name.replaceAll("[*?]", "") + "*");
        }
        String value = field == Field.KIND ? KINDS.getOrDefault(name, name) : name;
        List<Query> alternatives = new ArrayList<>(whole(fields, f -> ArticleFilters.is(f, value)));
        for (IndexField words : fields.words()) {
            alternatives.add(
                    Query.of(
                            query ->
                                    query.matchPhrase(
                                            match -> match.field(words.path()).query(name))));
        }
        return QueryClauses.any(alternatives);
    }

    static Query like(Field field, String pattern) {
        NameFields fields = NameFields.of(field);
        return QueryClauses.any(whole(fields, f -> PatternClauses.wildcard(f.path(), pattern)));
    }

    static Query fuzzy(Field field, String name) {
        NameFields fields = NameFields.of(field);
        return QueryClauses.any(
                whole(
                        fields,
                        f ->
                                Query.of(
                                        query ->
                                                query.fuzzy(
                                                        fuzzy ->
                                                                fuzzy.field(f.path())
                                                                        .value(name)
                                                                        .fuzziness("1")))));
    }

    private static List<Query> whole(NameFields fields, Function<IndexField, Query> clause) {
        return fields.whole().stream().map(clause).toList();
    }
}
