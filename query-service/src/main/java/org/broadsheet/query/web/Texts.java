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

    @Message("字、词、人名或一句话")
    String search_hint();

    @Message("检索")
    String search_button();

    @Message("日期与更多问法")
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

    @Message("也可能是地址有误。")
    String error_404_help();

    @Message("有一项无法识别")
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

    @Message("版号")
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

    @Message("栏目导航")
    String sections();

    @Message("检索")
    String section_search();

    @Message("报纸")
    String section_newspapers();

    @Message("待整理")
    String section_tray();

    @Message("工作台")
    String section_desk();

    @Message("可能要找")
    String completion();

    @Message("按时间分布")
    String timeline();

    @Message("另有 {number} 篇未标日期")
    String undated(String number);

    @Message("全部去掉")
    String clear_all();

    @Message("更多…")
    String facet_more();

    @Message("可用：标题:党建　作者:王玉琢　\"原样词句\"　-不要的词　A OR B　词~")
    String syntax_hint();

    @Message("库中还没有文章")
    String empty_archive();

    @Message("把报纸文本放进投稿文件夹，或在工作台上传；片刻之后即可检索。")
    String empty_archive_help();

    @Message("所在版面")
    String its_page();

    @Message("文中提到")
    String named();

    @Message("永久地址：")
    String permanent();

    @Message("同版文章")
    String near_page();

    @Message("同栏文章：{name}")
    String near_column(String name);

    @Message("同一作者：{name}")
    String near_author(String name);

    @Message("同日文章")
    String near_day();

    @Message("与原文逐行对照")
    String evidence_beside();

    @Message("存疑")
    String evidence_unsure();

    @Message("按版面阅读")
    String as_printed();

    @Message("看整版")
    String whole_page();

    @Message("还原结果")
    String result();

    @Message("版面上没有找到：")
    String absent();

    @Message("版面原文")
    String lines_of_page();

    @Message("本文各行以红线标出；每段注明取自何处、凭何判断。行号为文件中的行号。")
    String lines_help();

    @Message("每篇文章一种底色；虚线为报眉等非正文，红框为未归入任何文章的行。")
    String page_help();

    @Message("其中 {number} 篇未标日期")
    String undated_of_these(String number);

    @Message("撤下之后，检索、报纸和日历里都不再有它的文章；随时可以恢复。")
    String withdraw_help();

    @Message("文件库暂时没有回答，版面原文稍后可见。")
    String page_away();

    @Message("接第 {line} 行")
    String goes_on_from(int line);

    @Message("版面目录")
    String contents();

    @Message("共 {number} 行")
    String lines_count(long number);

    @Message("{number} 行未归入")
    String unplaced_count(int number);

    @Message("版号未知")
    String page_unknown();

    @Message("日期未知")
    String date_unknown();

    @Message("未知报纸")
    String newspaper_unknown();

    @Message("{number} 期")
    String issues_count(long number);

    @Message("{number} 篇")
    String articles_count(String number);

    @Message("缺 {number} 期")
    String gaps_count(long number);

    @Message("有报")
    String legend_issue();

    @Message("缺报")
    String legend_gap();

    @Message("这一期共 {total} 篇，这里列出前 {listed} 篇。")
    String listed_of(int listed, long total);

    @Message("全部文章")
    String all_articles();

    @Message("上一版")
    String previous_page();

    @Message("下一版")
    String next_page();

    @Message("上一期")
    String previous_issue();

    @Message("下一期")
    String next_issue();

    @Message("缺报名")
    String missing_newspaper();

    @Message("缺日期")
    String missing_date();

    @Message("缺版号")
    String missing_page();

    @Message("这些文件没有写明出自何报何日。文章照样可以检索；注明之后即归入报纸与日历。")
    String tray_help();

    @Message("没有待整理的文件。")
    String tray_empty();

    @Message("注明出处")
    String tell_what_it_is();

    @Message("文件库暂时不能用")
    String error_502();

    @Message("没有做成")
    String error_refused();

    @Message("概览")
    String desk_overview();

    @Message("文件")
    String desk_files();

    @Message("退稿")
    String desk_rejected();

    @Message("死信")
    String desk_dead_letters();

    @Message("密钥")
    String desk_key();

    @Message("已收")
    String state_received();

    @Message("已解析")
    String state_parsed();

    @Message("已存")
    String state_stored();

    @Message("已发")
    String state_published();

    @Message("可检索")
    String state_indexed();

    @Message("已有新文")
    String state_superseded();

    @Message("已撤下")
    String state_withdrawn();

    @Message("重复")
    String state_duplicate();

    @Message("退稿")
    String state_rejected();

    @Message("已拆包")
    String state_unpacked();

    @Message("勾选")
    String tick();

    @Message("状态")
    String file_state();

    @Message("篇数")
    String file_articles();

    @Message("收到")
    String file_received();

    @Message("文件名")
    String file_name();

    @Message("与“{name}”内容相同")
    String duplicate_of(String name);

    @Message("把版面文本拖到这里，或选择文件")
    String upload_label();

    @Message(".txt、.md 或 .zip；可同时附上 .meta.yaml。报名与日期可在下面填写，适用于这一批。")
    String upload_help();

    @Message("上传")
    String upload_button();

    @Message("上传")
    String upload_title();

    @Message("{all} 个文件中 {through} 个已处理完")
    String upload_progress(int through, int all);

    @Message("全部处理完毕。")
    String upload_done();

    @Message("继续上传")
    String upload_more();

    @Message("日期")
    String field_date();

    @Message("版次")
    String field_edition();

    @Message("版名")
    String field_pageName();

    @Message("上传与改动须有密钥。")
    String key_needed();

    @Message("填写密钥")
    String key_give();

    @Message("这个密钥不能用：无效，或已撤销。")
    String key_wrong();

    @Message("此浏览器已记住密钥；一天之后，或按下面的按钮，即忘记。")
    String key_kept();

    @Message("忘记密钥")
    String key_forget();

    @Message("密钥由 deploy/apikey 发给；本机自己的在主目录的 secrets/api-key 里。")
    String key_help();

    @Message("使用")
    String key_use();

    @Message("用机构账号登录")
    String sign_in();

    @Message("登录没有成功，请再试一次。")
    String sign_in_failed();

    @Message("已用机构账号登录。")
    String signed_in();

    @Message("退出登录")
    String sign_out();

    @Message("这个账号在这里没有权限：需要 broadsheet-read、broadsheet-drop、broadsheet-manage 三种角色之一。")
    String account_wrong();

    @Message("投稿文件夹：")
    String drop_folder();

    @Message("全库")
    String figures();

    @Message("文件")
    String figure_files();

    @Message("待处理")
    String figure_waiting();

    @Message("文章")
    String figure_articles();

    @Message("行未归入")
    String figure_unplaced();

    @Message("退稿")
    String figure_rejected();

    @Message("死信")
    String figure_dead();

    @Message("最近的文件")
    String latest_files();

    @Message("不限")
    String any();

    @Message("缺项")
    String missing();

    @Message("显示")
    String show();

    @Message("没有这样的文件。")
    String no_files();

    @Message("对勾选的文件")
    String with_ticked();

    @Message("保存")
    String tell_button();

    @Message("只填要改的项；没有填的照旧。文章的地址不变。")
    String tell_help();

    @Message("撤销手工填写的")
    String take_back();

    @Message("恢复为文件所载")
    String take_back_button();

    @Message("重新解析")
    String again_button();

    @Message("撤下")
    String withdraw_button();

    @Message("恢复")
    String restore_button();

    @Message("包内的文件")
    String files_of_zip();

    @Message("上传改好的文件")
    String rejected_help();

    @Message("未能写入索引的文章事件。改正原因之后可再试。")
    String dead_letters_help();

    @Message("文章")
    String letter_key();

    @Message("原因")
    String letter_reason();

    @Message("时间")
    String letter_buried();

    @Message("再试")
    String replay_button();

    @Message("丢弃勾选的")
    String discard_button();

    @Message("不勾选则全部再试。")
    String replay_help();

    @Message("没有死信。")
    String no_dead_letters();

    @Message("一件已写入索引。")
    String outcome_applied();

    @Message("一件已有更新的版本，不再需要。")
    String outcome_superseded();

    @Message("一件仍被拒绝。")
    String outcome_refused();

    @Message("一件此刻无法处理，稍后再试。")
    String outcome_later();

    @Message("对账")
    String desk_reconcile();

    @Message("逐一比对：投稿文件夹、台账、数据库、消息与检索索引。正在途中的不算差别，所以要等几秒。")
    String reconcile_help();

    @Message("开始对账")
    String reconcile_button();

    @Message("全部一致。")
    String reconcile_equal();

    @Message("有 {number} 处不一致。")
    String reconcile_differ(long number);

    @Message("位置")
    String reconcile_place();

    @Message("比对")
    String reconcile_compared();

    @Message("不一致")
    String reconcile_differing();

    @Message("文件夹")
    String place_disk();

    @Message("台账与数据库")
    String place_ledger();

    @Message("消息")
    String place_topic();

    @Message("检索索引")
    String place_index();

    @Message("重新解析会改变什么")
    String difference();

    @Message("先看会改变什么")
    String difference_first();

    @Message("{changed} 篇有变，{same} 篇不变。")
    String difference_count(int changed, int same);

    @Message("重新解析不会改变任何文章。")
    String difference_none();

    @Message("新增")
    String change_new();

    @Message("撤下")
    String change_gone();

    @Message("改动")
    String change_changed();

    @Message("现在")
    String before();

    @Message("之后")
    String after();

    @Message("搁置的文件")
    String aside();

    @Message("投稿文件夹里的这些文件因自身的缘故暂时收不下，会不时再试；别的文件照常处理。")
    String aside_help();

    @Message("次数")
    String attempts();

    @Message("上次尝试")
    String tried_last();

    @Message("失败 {number} 次")
    String failed_attempts(int number);

    @Message("放宽上限、改好旁边的说明文件之后，用原来的文件再试：已在库里的直接重读，文件夹里的移回投稿处。")
    String retry_help();
}
