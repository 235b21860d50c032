package org.broadsheet.analysis;

import java.io.Reader;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.CharFilterFactory;

/// The char filter `zh_norm`.
@NamedComponent("zh_norm")
public final class NormalizingFactory implements CharFilterFactory {
    @Override
    public Reader create(Reader reader) {
        return new NormalizingCharFilter(reader);
    }

    /// Also for terms that are not tokenized, such as those of a prefix query.
    @Override
    public Reader normalize(Reader reader) {
        return new NormalizingCharFilter(reader);
    }
}
