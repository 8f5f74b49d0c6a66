import Cases
import Codes
import WorkingTime

/// How a request stands, as its author reads it: nothing of what the law says of applications for a permit holds here.
struct ProgressWords: Sendable, Hashable {
    let headline: String
    let advice: String

    init(_ subject: Case) {
        let organ = subject.plan.organName
        let isAnswered = subject.result?.outcome == .answered
        switch subject.phase {
        case .submitted, .supplementing:
            headline =
                subject.plan.organ == subject.plan.hall ? "\(organ)正在登记" : "已交给\(organ)，等待受理"
            let promise = subject.plan.promisedLimit.map { "，\($0.chinese)内答复" } ?? ""
            advice = "登记以后会告诉您交给哪个单位办理\(promise)。您现在不用做什么。"
        case .accepted:
            headline = "\(organ)正在办理"
            advice =
                subject.applicant.accountID == nil
                ? "答复以后，凭编号和查询码在这里看答复。您现在不用做什么。" : "答复以后会发消息给您。您现在不用做什么。"
        case .decided, .closed:
            headline = isAnswered ? "\(organ)已答复" : "不再办理"
            advice = isAnswered ? Self.afterAnswer(subject) : subject.result?.reason ?? ""
        case .refused: (headline, advice) = ("不予受理", subject.result?.reason ?? "")
        case .withdrawn: (headline, advice) = ("您已撤回", "需要时可以重新提出。")
        }
    }

    private static func afterAnswer(_ subject: Case) -> String {
        subject.applicant.accountID == nil
            ? "请看看答复。没有解决的，可以拨打 12345 说明还差什么。" : "请看看答复，告诉我们问题解决了没有。"
    }
}

extension ServiceRequests {
    /// What was said in a request, by label, for the page that every case has; nil for a matter that is none.
    public static func words(of subject: Case) -> [(label: String, words: String)]? {
        guard subject.requestProcess != nil else { return nil }
        let fields: [(String, RequestField)] = [
            ("事项", .title), ("内容", .content), ("具体地点", .place), ("代表", .representatives),
            ("收到来信", .received),
        ]
        return fields.map { (label: $0, words: subject.said($1)) }.filter { !$0.words.isEmpty }
    }

    /// How a request stands, in two sentences; nil for a matter that is none.
    public static func standing(of subject: Case) -> (headline: String, advice: String)? {
        guard subject.requestProcess != nil else { return nil }
        let words = ProgressWords(subject)
        return (words.headline, words.advice)
    }
}
