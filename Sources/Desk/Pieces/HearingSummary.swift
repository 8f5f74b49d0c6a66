import Cases
import Web
import WorkingTime

/// A hearing as far as it has come: what was told, the day, who takes part, what was said.
public struct HearingSummary: Sendable {
    private let hearing: Hearing
    private let now: Instant

    /// A hearing at a time of looking.
    public init(_ hearing: Hearing, now: Instant) {
        (self.hearing, self.now) = (hearing, now)
    }

    /// Where it stands, in a sentence; `nil` when there is nothing to be done about it any more.
    public var news: String? {
        switch hearing.state(at: now) {
        case .told: "您有权要求听证，请在\(hearing.requestUntil.day.chinese)前提出。"
        case .requested: "已要求听证，部门会安排时间。"
        case .scheduled: hearing.session.map { "定于\($0.at.chinese)在\($0.place)举行。" }
        case .held: "笔录等待确认。"
        case .waived, .closed: nil
        }
    }

    /// The summary.
    public var html: HTML { "\(SummaryList(rows).html)\(record)" }

    private var rows: [SummaryList.Row] {
        let session = hearing.session
        let rows: [SummaryList.Row?] = [
            .init("现在", StatusBadge(stateWords, tone).html),
            .init("告知事由", "\(hearing.cause)"),
            .init("告知时间", "\(hearing.toldAt.chinese)，要求听证的期限到\(hearing.requestUntil.day.chinese)"),
            hearing.requestedAt.map { .init("要求听证", "\($0.chinese)\(request)") },
            session.map { .init("时间地点", "\($0.at.chinese)，\($0.place)") },
            session.map { .init("主持人", "\($0.chair.name)") },
            hearing.participants.isEmpty
                ? nil
                : .init(
                    "参加人",
                    "<ul class=\"files\">\(each: hearing.participants, { "<li>\($0.name)（\($0.capacity)）</li>" })</ul>"
                ),
        ]
        return rows.compactMap(\.self)
    }

    private var request: String {
        guard let words = hearing.request, !words.isEmpty else { return "" }
        return "：\(words)"
    }

    private var stateWords: String {
        switch hearing.state(at: now) {
        case .told: "等待申请人答复"
        case .waived: "没有要求听证"
        case .requested: "等待安排"
        case .scheduled: "等待举行"
        case .held: "笔录待确认"
        case .closed: "已结束"
        }
    }

    private var tone: StatusBadge.Tone {
        switch hearing.state(at: now) {
        case .told, .requested, .held: .near
        case .scheduled: .active
        case .waived: .waiting
        case .closed: .done
        }
    }

    private var record: HTML? {
        hearing.record.map { record in
            """
            <h3>听证笔录</h3>\(each: record.paragraphs, { "<p class=\"words\">\($0)</p>" })
            <p class="hint">\(record.writtenBy.name)于\(record.writtenAt.chinese)记录。\(confirmation(record))</p>
            """
        }
    }

    private func confirmation(_ record: Hearing.Record) -> String {
        if let at = record.confirmedAt { return "申请人于\(at.chinese)确认。" }
        if let reason = record.unconfirmedReason { return "申请人没有确认：\(reason)" }
        return "等待申请人确认。"
    }
}
