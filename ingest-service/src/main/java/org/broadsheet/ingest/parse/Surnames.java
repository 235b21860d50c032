package org.broadsheet.ingest.parse;

import java.util.Set;
import java.util.stream.Collectors;

/// The commonest Chinese family names, in both scripts. They cover more than nine in ten people; a
/// name that begins otherwise is not wrong, only unproven.
final class Surnames {
    private static final String COMMON =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程"
                    + "苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶"
                    + "黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟"
                    + "殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝"
                    + "路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚"
                    + "岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄"
                    + "丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺"
                    + "楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初"
                    + "張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇呂盧鍾譚陸范賈韋鄒龍賀顧龔邵錢嚴湯溫龐顏莊"
                    + "聶魯關蘭紀畢單盛蔣餘閻滿羅萬齊歐寧項連費衛應喬雲"
                    + "伏湛茅裘嵇荀芮隗宓郗戎韶蓟邰籍逄郦雍璩濮扈郏茹庾暨阙蔚夔晁訾巢蒯逯桓贡酆闾";
    private static final Set<Integer> SINGLE =
            COMMON.codePoints().boxed().collect(Collectors.toUnmodifiableSet());
    private static final Set<Integer> COMMONEST =
            COMMON.codePoints().limit(150).boxed().collect(Collectors.toUnmodifiableSet());
    private static final Set<String> DOUBLE =
            Set.of(
                    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "呼延",
                    "端木", "歐陽", "司馬", "諸葛", "東方");

    private Surnames() {}

    /// Whether a name begins with one of the family names that most people have.
    static boolean commonlyBegin(String name) {
        return !name.isEmpty() && COMMONEST.contains(name.codePointAt(0));
    }

    /// Whether a text of two to four characters could be a person's name by its family name.
    static boolean begin(String name) {
        return (!name.isEmpty() && SINGLE.contains(name.codePointAt(0)))
                || (name.length() > 2 && DOUBLE.contains(name.substring(0, 2)));
    }
}
