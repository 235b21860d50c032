package org.broadsheet.query.search;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.List;
import org.broadsheet.query.wording.Language;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The parameters that say which articles are asked for and in what order, as they came over HTTP:
/// text, any of them absent or blank. Searches, exports and feeds have them in common.
public class HitParameters {
    @QueryParam("q")
    @Parameter(
            description =
                    "What to look for, up to 1,000 characters. Words parted by spaces are all"
                            + " required; OR, NOT or -, brackets, \"exact phrase\", * and ?, word~,"
                            + " and fields: 标题/headline 正文/body 作者/author 栏目/column 来源/source"
                            + " 报纸/newspaper 版/page 日期/date 人物/person 地点/place 机构/org"
                            + " 类别/kind 文件/file. An unbroken run of up to four characters is looked"
                            + " for as it stands, a longer one finds what shares most with it. Nothing"
                            + " typed is an error: see readAs and notUnderstood in the answer. Empty:"
                            + " all articles, newest first.",
            example = "党建联盟")
    public @Nullable String q;

    @QueryParam("from")
    @Parameter(
            description = "First day, as 2024-03-01.",
            example = "1954-03-01",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    public @Nullable String from;

    @QueryParam("to")
    @Parameter(
            description = "Last day, as 2024-03-31.",
            example = "1954-03-31",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    public @Nullable String to;

    @BeanParam public FacetParameters narrowed = new FacetParameters();

    @QueryParam("sort")
    @Parameter(
            description =
                    "Order of the hits. page: as one leafs through the paper; arrival: what came into"
                            + " the archive last comes first.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"relevance", "newest", "oldest", "page", "arrival"},
                            defaultValue = "relevance"))
    public @Nullable String sort;

    @QueryParam("lang")
    @Parameter(
            description =
                    "Language of what is said about the query: zh or en. Else Accept-Language"
                            + " decides.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"zh", "en"}))
    public @Nullable String lang;

    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    @Parameter(hidden = true)
    public @Nullable String acceptLanguage;

    /// The reader's language.
    public Language language(Language otherwise) {
        return Language.of(lang, acceptLanguage, otherwise);
    }

    /// All hits from the beginning, each printing for itself and without counts: what an export and
    /// a feed are made of. Or [InvalidParameter] for the first that cannot be read.
    ///
    /// @param slice how many are fetched at a time
    public SearchQuery everyHit(SearchLimits limits, SearchOrder order, int slice) {
        return new SearchQuery(
                text(limits),
                first(),
                last(),
                narrowed.choices(),
                List.of(),
                1,
                order,
                0,
                slice,
                Reprints.APART,
                null);
    }

    public SearchOrder order() {
        return ParameterValue.oneOf("sort", sort, SearchOrder.values(), SearchOrder::word)
                .orElse(SearchOrder.RELEVANCE);
    }

    String text(SearchLimits limits) {
        return ParameterValue.text("q", q, limits.textLengthMax()).orElse("");
    }

    @Nullable LocalDate first() {
        return ParameterValue.day("from", from).orElse(null);
    }

    @Nullable LocalDate last() {
        return ParameterValue.day("to", to).orElse(null);
    }
}
