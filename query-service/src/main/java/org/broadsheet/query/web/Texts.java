package org.broadsheet.query.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// What the pages say, in Chinese; `messages/msg_en.properties` says it in English.
@MessageBundle
interface Texts {
    @Message("Broadsheet")
    String site_name();

    @Message("报纸检索")
    String site_description();

    @Message("再试一次")
    String try_again();

    @Message("跳到正文")
    String skip();

    @Message("English")
    String other_language();

    @Message("检索报纸文章")
    String search_label();

    @Message("字、词、人名，或贴上一句话")
    String search_hint();

    @Message("检索")
    String search_button();

    @Message("日期与排序")
    String more_options();

    @Message("起")
    String from();

    @Message("止")
    String to();

    @Message("排序")
    String sort();

    @Message("最相关")
    String sort_relevance();

    @Message("最新在前")
    String sort_newest();

    @Message("最早在前")
    String sort_oldest();

    @Message("已限定")
    String filters();

    @Message("去掉此限定：{name}")
    String remove(String name);

    @Message("共 {total} 篇")
    String total(String total);

    @Message("“{q}”：共 {total} 篇")
    String found(String q, String total);

    @Message("第 {first}–{last} 篇")
    String range(long first, long last);

    @Message("检索结果")
    String results();

    @Message("上一页")
    String previous();

    @Message("下一页")
    String next();

    @Message("翻页")
    String pages();

    @Message("没有找到“{q}”")
    String nothing_for(String q);

    @Message("没有符合限定的文章")
    String nothing();

    @Message("在词与词之间加空格，各词不必相连：")
    String help_split();

    @Message("少用几个字，或换一种说法；一个字也能检索。")
    String help_shorter();

    @Message("去掉引号：引号内的字须原样相连。")
    String help_quotes();

    @Message("去掉限定，在全部文章中检索")
    String help_filters();

    @Message("浏览全部文章")
    String help_all();

    @Message("报上未见标题")
    String no_headline();

    @Message("以首句代标题")
    String stand_in();

    @Message("无文字")
    String no_text();

    @Message("文章")
    String kind_article();

    @Message("图片")
    String kind_photo();

    @Message("启事")
    String kind_notice();

    @Message("第{number}版")
    String page_number(int number);

    @Message("来源：{name}")
    String source(String name);

    @Message("文件：{name}")
    String file(String name);

    @Message("上接第{number}版")
    String continued_from(int number);

    @Message("下转第{number}版")
    String continued_to(int number);

    @Message("摄影：{names}")
    String photographers(String names);

    @Message("回到检索")
    String back();

    @Message("还原依据")
    String evidence();

    @Message("本文由文件“{name}”的下列各行还原而成，行号从 1 起。")
    String evidence_intro(String name);

    @Message("项目")
    String evidence_field();

    @Message("行")
    String evidence_lines();

    @Message("依据")
    String evidence_method();

    @Message("把握")
    String evidence_confidence();

    @Message("全文各行")
    String evidence_all();

    @Message("未见")
    String evidence_missing();

    @Message("正文第 {number} 段")
    String evidence_part(int number);

    @Message("第 {number} 则图片说明")
    String evidence_caption(int number);

    @Message("逐段行号")
    String evidence_parts();

    @Message("栏目")
    String field_column();

    @Message("引题")
    String field_kicker();

    @Message("标题")
    String field_headline();

    @Message("副题")
    String field_deck();

    @Message("署名")
    String field_byline();

    @Message("电头")
    String field_dateline();

    @Message("来源")
    String field_source();

    @Message("供稿")
    String field_credit();

    @Message("上接")
    String field_continuedFrom();

    @Message("下转")
    String field_continuedTo();

    @Message("报纸")
    String filter_title();

    @Message("作者")
    String filter_author();

    @Message("类别")
    String filter_kind();

    @Message("文件")
    String filter_file();

    @Message("这里没有内容")
    String error_404();

    @Message("没有这篇文章，或者它已撤下；也可能是地址有误。")
    String error_404_help();

    @Message("有一项看不懂")
    String error_400();

    @Message("请改正此项：{parameter}")
    String error_400_help(String parameter);

    @Message("检索暂时不能用")
    String error_503();

    @Message("索引此刻无法完整回答，所以不显示残缺的结果。请稍后再试。")
    String error_503_help();

    @Message("出了差错")
    String error_other();

    @Message("原因已记入日志。请稍后再试。")
    String error_other_help();

    @Message("按版面顺序")
    String sort_page();

    @Message("不含")
    String without();

    @Message("读作：{text}")
    String read_as(String text);

    @Message("您是不是要找")
    String did_you_mean();

    @Message("导出全部结果：")
    String take_along();

    @Message("文本 (ZIP)")
    String as_texts();

    @Message("订阅：")
    String follow();

    @Message("缩小范围")
    String narrow();

    @Message("排除：{value}")
    String leave_out(String value);

    @Message("年")
    String facet_year();

    @Message("月")
    String facet_month();

    @Message("人物")
    String facet_person();

    @Message("地点")
    String facet_place();

    @Message("机构")
    String facet_org();

    @Message("版")
    String facet_page();

    @Message("相似文章")
    String similar();

    @Message("引用")
    String cite();

    @Message("另载于")
    String printed_in();

    @Message("等共 {number} 处")
    String printed_in_more(long number);

    @Message("转载合并为 {texts} 条")
    String together(String texts);

    @Message("逐篇列出")
    String list_apart();

    @Message("合并转载")
    String list_together();
}
