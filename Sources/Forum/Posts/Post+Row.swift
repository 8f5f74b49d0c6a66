import Storage
import WorkingTime

extension Post {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), topicID: try row.id("topic_id"), memberID: try row.optionalID("member_id"),
            organ: try row.optionalText("organ"), writtenBy: try row.id("written_by"),
            isFirst: try row.bool("is_first"), words: try row.text("words"), digest: try row.text("digest"),
            state: try row.value("state"), flag: try row.optionalText("flag"),
            reason: try row.optionalText("reason"), decidedBy: try row.optionalID("decided_by"),
            createdAt: try row.instant("created_at"), editedAt: try row.optionalInstant("edited_at"))
    }
}
