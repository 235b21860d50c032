package org.broadsheet.ingest.enrich;

import com.hankcs.hanlp.HanLP;
import java.text.Normalizer;
import java.util.Locale;

/// What to call a newspaper in addresses: the pinyin of its name, or its letters.
public final class NewspaperCode {
    private static final int LENGTH_MAX = 60;

    private NewspaperCode() {}

    /// 鄂尔多斯日报 gives `eerduosiribao`, The Courier gives `thecourier`.
    public static String of(String name) {
        String pinyin = HanLP.convertToPinyinString(name, "", false);
        String code =
                Normalizer.normalize(pinyin, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]", "");
        String cut = code.substring(0, Math.min(code.length(), LENGTH_MAX));
        return cut.isEmpty() ? "newspaper" : cut;
    }
}
