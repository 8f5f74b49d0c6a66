import Cases
import Codes
import Desk
import Government
import Identity
import Refusals
import Web
import WorkingTime

/// A request on the desk: what is said on the left, what is to be done on the right.
struct RequestDeskPage {
    let view: CaseView
    let background: RequestBackground
    let entered: FormData?
    let errors: [FieldError]
    /// Who stands behind a protected name, when that was just asked for.
    let opened: HiddenAuthor?
    /// What is known about it, and the one that was chosen to answer with.
    let answers: [DeskAid.Answer]
    let chosen: DeskAid.Answer?
    let officer: OfficerContext
    let token: CSRFToken

    var subject: Case { view.subject }
    var number: String { subject.number.text }
    var rules: RequestRules { background.rules }
    var organs: [Organ] { background.organs }
    private var row: RequestRow { background.row }
    private var supporters: Int { background.supporters }
    private var updates: [(at: Instant, said: String)] { background.updates }

    /// What an organ is called.
    func name(of organ: String) -> String { organs.first { $0.key == organ }?.name ?? organ }

    var page: Page {
        Page(
            "\(subject.said(.title)) \(number)",
            crumbs: [Link("工作台", DeskPath.home), Link("群众诉求", RequestPath.desk), Link(number, nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(subject.said(.title))</h1>
                <p class="case-state">\(if: subject.isUrgent, StatusBadge("紧急", .late).html) \(PhaseBadge(subject).html) \(subject.plan.name) <span class="code">\(number)</span></p>
                \(clock)
                <p><a href="\(DeskPath.page(of: number))">办件页：签收、退回、延期、审签、办理经过</a></p>
                <div class="columns"><div>
                \(Card("反映的内容", "\(SummaryList(facts).html)\(MaterialsList(subject).html)").html)\(additions)\(answered)
                </div><div>\(RequestDuties(page: self).html)</div></div>
                """)
    }

    private var clock: HTML? {
        subject.shownClock.map { CaseClockBadge($0, calendar: view.calendar, now: view.now).html }
    }

    private var facts: [SummaryList.Row] {
        let rows: [SummaryList.Row?] = [
            .init("反映人", "\(author)"),
            .init("类型", "\(rules.kind(subject.said(.kind))?.name ?? rules.review(of: subject)?.name ?? "")"),
            .init("类别", "\(rules.category(subject.said(.category))?.name ?? "")"),
            .init("内容", "<p class=\"words\">\(subject.said(.content))</p>"),
            line("地点", .place), line("位置", .point), line("代表", .representatives), accused,
            people, earlier, source, .init("提出", "\(subject.filing.filedAt.chinese)，\(channel)"),
            .init("承办单位", "\(subject.plan.organName)"),
            subject.returns > 0 ? .init("退回", "\(subject.returns) 次") : nil,
            row.solved.map { .init("反映人评价", "\($0 ? "已经解决" : "没有解决")，\(row.grade ?? 0) 分") },
            background.lack.map { .init("还差什么", "<p class=\"words\">\($0)</p>") },
        ]
        return rows.compactMap(\.self)
    }

    private var author: String {
        guard !subject.isPseudonymous, let phone = subject.applicant.phone else {
            return subject.applicant.name
        }
        return "\(subject.applicant.name)，\(Masking.phone(phone))"
    }

    private func line(_ label: String, _ field: RequestField) -> SummaryList.Row? {
        let text = subject.said(field)
        return text.isEmpty ? nil : .init(label, "\(text)")
    }

    private var accused: SummaryList.Row? {
        background.accused.key.isEmpty ? nil : .init("被反映的单位", "\(background.accused.words)")
    }

    private var people: SummaryList.Row? {
        let together = row.people + supporters
        return together > 1
            ? .init("涉及人数", "\(together)\(supporters > 0 ? "（后来加入 \(supporters) 人）" : "")") : nil
    }

    private var earlier: SummaryList.Row? {
        let earlier = subject.said(.earlier)
        return earlier.isEmpty
            ? nil : .init("接续", "<a class=\"code\" href=\"\(RequestPath.desk(earlier))\">\(earlier)</a>")
    }

    /// The page of ours where it was said first.
    private var source: SummaryList.Row? {
        let page = subject.said(.origin)
        return page.hasPrefix("/") ? .init("来源", "<a href=\"\(page)\">读者纠错</a>") : nil
    }

    private var channel: String {
        // Of who is not named the entry names nobody.
        let registrar = subject.pseudonym == nil ? subject.filing.filedBy : name(of: subject.plan.hall)
        return switch subject.filing.channel {
        case FilingRecord.letter:
            "来信\(subject.said(.received).isEmpty ? "" : "，\(subject.said(.received)) 收到")，\(registrar) 登记"
        case FilingRecord.visit: "来访，\(registrar) 登记"
        case FilingRecord.call: "来电，\(registrar) 登记"
        case FilingRecord.counter: "\(registrar) 代为登记"
        case FilingRecord.kiosk: "在自助终端"
        case "correction": "\(subject.filing.filedBy) 由读者纠错转来"
        case "forum": "\(subject.filing.filedBy) 由市民论坛转来"
        case "api": subject.said(.origin).isEmpty ? "通过接口" : subject.said(.origin)
        default: "网上"
        }
    }

    private var additions: HTML? {
        guard !updates.isEmpty else { return nil }
        return Card(
            updates.count < Open311Store.shown ? "补充" : "最近的 \(Open311Store.shown) 次补充",
            "\(each: updates, { "<p class=\"words\">\($0.at.shortChinese)：\($0.said)</p>" })"
        ).html
    }

    private var answered: HTML? {
        guard let draft = subject.draft else { return nil }
        return Card(
            subject.result == nil ? "答复稿" : "答复",
            "<p class=\"code\">\(draft.number)</p>\(each: draft.paragraphs, { "<p>\($0)</p>" })"
        ).html
    }
}
