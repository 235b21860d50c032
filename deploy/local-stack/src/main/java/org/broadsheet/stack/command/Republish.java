package org.broadsheet.stack.command;

import java.util.List;

final class Republish implements Command {
    private static final List<Option> SELECTION =
            List.of(
                    Option.valued("--file", "NAME", "only articles of the file dropped as NAME"),
                    Option.valued("--page", "ID", "only articles of this page"),
                    Option.valued("--article", "ID", "only this article"));

    @Override
    public String name() {
        return "republish";
    }

    @Override
    public String summary() {
        return "Sends articles from the archive to the topic again, all or some.";
    }

    @Override
    public List<Option> options() {
        return SELECTION;
    }

    @Override
    public String description() {
        return """
        For a topic that has lost something. Withdrawn articles are sent too, as withdrawn. An
        index that has the revision leaves it, so this can be repeated without harm. A topic that
        was deleted is filled again without this command.""";
    }

    @Override
    public int run(Session session, Arguments arguments) {
        String selection = arguments.query(SELECTION);
        long count =
                Service.named(session.stack(), "ingest-service")
                        .send("POST", "/api/republish?" + selection)
                        .at("republished")
                        .number()
                        .orElse(0);
        session.terminal()
                .line(
                        count == 0
                                ? "No such article in the archive."
                                : count + " articles are on their way to the topic again.");
        return count == 0 && !selection.isEmpty() ? 1 : 0;
    }
}
