import Cases
import Codes
import Identity
import Web
import WorkingTime

/// What the office that took a request in can do after the answer, for whoever has no account: ask whether it helped,
/// and ask for the review in their name.
struct AfterAnswerPiece {
    let page: RequestDeskPage

    private var subject: Case { page.subject }

    var html: HTML? {
        guard subject.result?.outcome == .answered, page.officer.may(.takeInRequests),
            page.officer.organs.contains(subject.plan.hall)
        else { return nil }
        if let next = page.background.next {
            return "<p><a href=\"\(RequestPath.desk(next))\">已经提出重办或者复查，编号 \(next)</a></p>"
        }
        return subject.requestProcess == .ticket ? call : review
    }

    private var call: HTML? {
        guard !subject.isPseudonymous, page.background.row.solved != true else { return nil }
        let words = "反映人来电、来访说起这件的，记下问题解决了没有；要求重办的，当场交回重办。"
        return Card(
            "答复以后",
            """
            <p>\(words)</p>
            <p class="actions"><a class="button quiet" href="\(RequestPath.callBack(page.number))">记录反映人的意见</a></p>
            """
        ).html
    }

    private var review: HTML? {
        guard let review = page.rules.review(after: subject), subject.pseudonym != .anonymous,
            let last = subject.lastDay(of: page.rules.limits.reviewAskDays, by: page.view.calendar),
            page.view.now.day <= last
        else { return nil }
        let fields = [
            Intake.field(page.entered?["channel"] ?? FilingRecord.visit),
            Field(
                "dissent", "对意见的哪一点不服，有什么理由", .longText, value: page.entered?["dissent"] ?? "",
                error: page.errors["dissent"]),
        ]
        return Card(
            "代为请求\(review.name)",
            """
            <p>信访人来信、来访、来电请求\(review.name)的，核对是本人以后在这里提出；\(last.chinese)以前可以提出。</p>
            \(Form(
                action: RequestPath.askedReview(page.number), token: page.token, fields: fields,
                submit: "请求\(review.name)").html)
            """
        ).html
    }
}

/// How what others say comes to an office (来信、来访、来电).
enum Intake {
    static let channels = [
        (FilingRecord.call, "来电"), (FilingRecord.visit, "来访"), (FilingRecord.letter, "来信"),
    ]

    /// The channel of a form; a visit unless it says otherwise.
    static func channel(_ text: String?) -> String {
        channels.first { $0.0 == text }?.0 ?? FilingRecord.visit
    }

    /// How people come to an officer most of the time: they call an agent of the hotline, and stand before a clerk.
    static func usual(for officer: OfficerContext) -> String {
        officer.roles.contains(.hotline) ? FilingRecord.call : FilingRecord.visit
    }

    /// - Parameter first: what is offered at the head.
    static func field(_ value: String, first: String = FilingRecord.visit) -> Field {
        let ordered = channels.filter { $0.0 == first } + channels.filter { $0.0 != first }
        return Field(
            "channel", "怎样提出的", .choice, value: channel(value),
            options: ordered.map { Field.Option($0.0, $0.1) })
    }
}
