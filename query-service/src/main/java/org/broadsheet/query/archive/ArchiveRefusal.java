package org.broadsheet.query.archive;

import java.util.Map;
import org.broadsheet.query.wording.Message;

/// A service of the archive was asked for something that it refuses, and says why.
public final class ArchiveRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final Map<Integer, String> CHINESE =
            Map.of(
                    401, "密钥无效，或已撤销。",
                    403, "这个密钥无权做这件事。",
                    404, "文件库里没有这个文件，或者它不在架上。",
                    409, "这个文件现在不能再试：原文件已不在原处，或者它已不是退稿。请重新投一次。",
                    413, "这一次的文件太多或太大。请分几次上传，或打成一个 .zip。",
                    429, "文件库此刻太忙：同样的事正在做，或来得太快。请稍等再试。",
                    507, "磁盘空间不足，请腾出空间再试。");

    /// What leads in words that are in English alone.
    private static final String OTHERWISE = "文件库没有接受。原话：";

    private final int status;
    private final transient Rejection why;

    ArchiveRefusal(int status, Rejection why) {
        super(status + ": " + why.english());
        this.status = status;
        this.why = why;
    }

    public int status() {
        return status;
    }

    /// For the person who asked: what is wrong and what to do.
    public Message words() {
        return why.isKnown()
                ? why.words()
                : new Message(
                        CHINESE.getOrDefault(status, OTHERWISE + why.english()), why.english());
    }
}
