package org.broadsheet.ingest.parse;

/// Whether two headings are built alike, as the subheads of one article are: `组织互嵌聚民心 架起民族融合连心桥`
/// and `服务互嵌暖人心 织密民生保障幸福网` (000:195, 214), `实施强基工程“固本”,…` and `夯实组织基础“强基”,…` (004:39, 51).
final class Parallel {
    private static final String BREAKS = " ，,：:、“”";

    private Parallel() {}

    static boolean isAlike(Block.Heading one, Block.Heading other) {
        if (one.lines().size() != other.lines().size()) {
            return false;
        }
        int lengths = Math.abs(one.text().length() - other.text().length());
        String first = shape(one.text());
        String second = shape(other.text());
        boolean sameBreaks = first.equals(second);
        boolean numbered = NumberedHeading.is(one.text()) && NumberedHeading.is(other.text());
        return numbered || (sameBreaks && !first.isEmpty() && lengths <= 3);
    }

    private static String shape(String text) {
        StringBuilder shape = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (BREAKS.indexOf(text.charAt(i)) >= 0) {
                shape.append(text.charAt(i) == ',' ? '，' : text.charAt(i));
            }
        }
        return shape.toString();
    }
}
