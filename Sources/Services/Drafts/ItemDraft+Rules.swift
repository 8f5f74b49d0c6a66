import Journal
import Refusals
import WorkingTime

extension ItemDraft {
    /// The longest note and the longest reason, in characters.
    public static let mostCharacters = 500

    /// Writes in it.
    ///
    /// - Parameter seen: the revision that was on the page.
    /// - Throws: `conflict` when it may not be written any more, ends the item, or somebody else has saved since;
    ///   `forbidden` for the item of another organ.
    public mutating func write(
        by editor: DraftEditor, seen: Int, note: String? = nil,
        _ change: (inout ServiceItem) throws -> Void
    ) throws {
        try editor.require(item.organ)
        guard state.isWritable, purpose == .publish else { throw conflict }
        guard seen == revision else {
            throw DomainError.conflict("您打开以后，别人保存过这份草稿。请重新打开，看过改动再填写。")
        }
        var changed = item
        try change(&changed)
        try editor.require(changed.organ)
        guard changed.slug == item.slug else { throw DomainError.invalid("slug", "事项代号不能修改。") }
        if let note { self.note = try Self.checked(note, at: "change_note") }
        item = changed
        revision += 1
        writers.insert(editor.actor.accountID)
    }

    /// Asks a second person to publish it.
    ///
    /// - Parameters:
    ///   - check: what is known of it besides itself.
    ///   - effectiveOn: the day from which it is to count, today at the earliest.
    ///   - endsOn: the last day on which the item is to be offered.
    /// - Throws: `conflict` while something is wrong with it, `invalid` for days that cannot be.
    public mutating func submit(
        _ check: DraftCheck, effectiveOn: CivilDate, endsOn: CivilDate?, by editor: DraftEditor,
        at now: Instant
    ) throws {
        try editor.require(item.organ)
        guard state.isWritable else { throw conflict }
        guard effectiveOn >= now.day else {
            throw DomainError.invalid("effective_on", "生效日期不能早于今天。")
        }
        if let endsOn, endsOn < effectiveOn {
            throw DomainError.invalid("ends_on", "失效日期不能早于生效日期。")
        }
        (self.effectiveOn, self.endsOn) = (effectiveOn, endsOn)
        try check.requireSound(self)
        (state, remark, submission) = (.submitted, nil, Signature(editor.actor, at: now))
        writers.insert(editor.actor.accountID)
    }

    /// Lets it count from its day.
    ///
    /// - Throws: `forbidden` for whoever has written in it, `conflict` when it is not waiting for this or something has
    ///   come to be wrong with it.
    public mutating func approve(_ check: DraftCheck, by editor: DraftEditor, at now: Instant) throws {
        try editor.require(item.organ)
        guard state == .submitted else { throw conflict }
        guard !writers.contains(editor.actor.accountID) else {
            throw DomainError.forbidden("事项由另一人审核，您起草或者修改过这份草稿，不能审核。")
        }
        try check.requireSound(self)
        (state, review) = (.approved, Signature(editor.actor, at: now))
    }

    /// Gives it back to those who wrote it.
    ///
    /// - Throws: `invalid` without a reason or with a long one, `conflict` when it does not wait for review.
    public mutating func sendBack(_ reason: String, by editor: DraftEditor, at now: Instant) throws {
        try editor.require(item.organ)
        guard state == .submitted else { throw conflict }
        guard !reason.allSatisfy(\.isWhitespace) else { throw DomainError.invalid("reason", "请写明退回的原因。") }
        let reason = try Self.checked(reason, at: "reason")
        (state, remark, review) = (.returned, reason, Signature(editor.actor, at: now))
    }

    /// Gives it up.
    ///
    /// - Throws: `conflict` when it has come into force or is given up already.
    public mutating func withdraw(by editor: DraftEditor) throws {
        try editor.require(item.organ)
        guard State.open.contains(state) else { throw conflict }
        state = .withdrawn
    }

    /// It has come into force.
    mutating func settle(as version: Int?) {
        (state, self.version) = (.published, version)
    }

    /// Its day came, and something had come to be wrong with it since it was approved.
    mutating func fail(_ reason: String) {
        (state, remark) = (.returned, reason)
    }

    static func checked(_ text: String, at field: String) throws -> String {
        guard text.count <= mostCharacters else {
            throw DomainError.invalid(field, "这里最多写 \(mostCharacters) 字。")
        }
        return text
    }

    private var conflict: DomainError { .conflict("这份草稿\(state.chinese)，请刷新页面查看现在可以做什么。") }
}
