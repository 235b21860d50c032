package org.broadsheet.query.archive;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.query.wording.Message;

/// Why ingest-service does not take a file. It says so in English, with a code and what is
/// particular to the file; the words in Chinese are ours, for the codes of its `rejections.json`. A
/// code that is not known here is shown as it was said.
///
/// @param english as ingest-service says it
public record Rejection(String code, List<String> values, String english) {
    private static final Map<String, String> CHINESE =
            Map.ofEntries(
                    Map.entry("ending", "不是报纸文本：文件名应以 %s 之一结尾。请把版面文字存成这样的文件，再投一次。"),
                    Map.entry("empty", "文件是空的。请重新导出这一版，再投一次。"),
                    Map.entry("blank", "文件里只有空行，没有文字。请重新导出这一版，再投一次。"),
                    Map.entry("too-large", "文件有 %s 字节，超过上限 %s（drop.file-size-max）。请按版拆开，或放宽上限。"),
                    Map.entry(
                            "charset",
                            "文字不是 UTF-8、带 BOM 的 UTF-16、GB18030（GBK、GB2312）或 Big5，或者已经损坏。请转成 UTF-8（例如 iconv -f GB18030 -t UTF-8），再投一次。"),
                    Map.entry(
                            "binary",
                            "文件第 %s 个字符是 NUL：它是二进制文件，或是不带 BOM 的 UTF-16。请导出成 UTF-8 文本，再投一次。"),
                    Map.entry("pages", "文件有 %s 版，超过上限 %s（drop.pages-max）。请拆开，或放宽上限。"),
                    Map.entry("lines", "文件有 %s 行，超过上限 %s（drop.lines-max）。请按版拆开，或放宽上限。"),
                    Map.entry(
                            "line-length",
                            "文件有一行长 %s 字，超过上限 %s（drop.line-length-max）。请保留换行重新导出，或放宽上限。"),
                    Map.entry(
                            "metadata-field",
                            "%s 里的“%s”不认识。可用的有 newspaper 或 title（报纸）、code、date（日期）、edition（版次）、page（版）、name（版名）。请改正后再投一次。"),
                    Map.entry("metadata-yaml", "%s 不是 YAML（%s）。请改正后再投一次。"),
                    Map.entry("metadata-lines", "%s 应当是一行一项的“名: 值”。请改正后再投一次。"),
                    Map.entry("metadata-date", "%s 里的日期“%s”看不懂，请写成 2026-01-15 的样子。请改正后再投一次。"),
                    Map.entry("metadata-page", "%s 里的版号“%s”看不懂，请写成 1 到 999 的数字。请改正后再投一次。"),
                    Map.entry("metadata-size", "%s 超过 64 kB；报纸、日期和版号只要几行。"),
                    Map.entry("name", "文件名“%s”不能用（%s）。请写成 文件夹/版.txt 的样子。"),
                    Map.entry("request-size", "%s 超过 %s 字节（upload.size-max）。请分几次上传，或放宽上限。"),
                    Map.entry("zip", "%s 不是 .zip，或者已经损坏（%s）。请重新打包。"),
                    Map.entry(
                            "zip-entries",
                            "%s 不能收：里面多于 %s 项（upload.zip-entries-max），请分开打包。其中的文件都没有收下。"),
                    Map.entry("zip-names", "%s 不能收：里面有两个“%s”。其中的文件都没有收下。"),
                    Map.entry("zip-empty", "%s 不能收：里面没有文件。"),
                    Map.entry("zip-encrypted", "%s 不能收：它加了密。请不设密码重新打包。"),
                    Map.entry("zip-link", "%s 不能收：里面的“%s”是链接，请把文件本身打进去。其中的文件都没有收下。"),
                    Map.entry("zip-path", "%s 不能收：里面的“%s”指向文件夹之外。其中的文件都没有收下。"),
                    Map.entry("zip-method", "%s 不能收：里面的“%s”用了不认识的压缩方法，请用 deflate。其中的文件都没有收下。"),
                    Map.entry(
                            "zip-file-size",
                            "%s 不能收：里面的“%s”超过 %s 字节（drop.file-size-max）。其中的文件都没有收下。"),
                    Map.entry(
                            "zip-size",
                            "%s 不能收：解开后超过 %s 字节（upload.zip-unpacked-max），请分开打包。其中的文件都没有收下。"),
                    Map.entry(
                            "zip-ratio",
                            "%s 不能收：里面的“%s”解开后是原来的 %s 倍（upload.zip-ratio-max），不会是版面文字。其中的文件都没有收下。"),
                    Map.entry("zip-file", "%s 不能收：里面的“%s”已经损坏（%s）。其中的文件都没有收下。"));

    public Rejection {
        values = List.copyOf(values);
    }

    /// The codes that have words in Chinese.
    static Set<String> codes() {
        return CHINESE.keySet();
    }

    /// With `%s` for each value.
    static String format(String code) {
        return CHINESE.getOrDefault(code, "");
    }

    /// Whether there are words in Chinese.
    public boolean isKnown() {
        return CHINESE.containsKey(code)
                && format(code).split("%s", -1).length - 1 == values.size();
    }

    public Message words() {
        return new Message(isKnown() ? format(code).formatted(values.toArray()) : english, english);
    }
}
