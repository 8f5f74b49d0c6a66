import Files
import Refusals
import Web
import WorkingTime

/// One hearing: what is to be decided, when and where, who takes part, and what came of it.
struct HearingPage {
    /// How whoever looks stands to it.
    enum Standing: Sendable, Hashable {
        case person(Registration?)
        case stranger, nameless
    }

    let hearing: Hearing
    let organ: String
    let materials: [HearingMaterial]
    let registrations: [Registration]
    let standing: Standing
    let entered: FormData?
    let errors: [FieldError]
    let today: CivilDate
    let token: CSRFToken

    var id: String { String(hearing.id) }
    var facts: Hearing.Facts { hearing.facts }

    var page: Page {
        Page(
            facts.title, crumbs: [Link("听证会", HearingPath.all), Link(facts.title, nil)],
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(facts.title)</h1>
                <p class="hint">\(organ) · \(hearing.badge)</p>
                \(cancelled)
                \(own)
                \(decision)
                \(record)
                \(SummaryList([
                    .init("时间", "\(facts.startsAt.day.chinese) \(facts.startsAt.time)"), .init("地点", "\(facts.place)"),
                    .init("报名截止", "\(facts.registerBy.chinese)"), .init("名额", "\(seats)"),
                ]).html)
                <h2>听证事项</h2>\(paragraphs(facts.matter))
                \(documents)
                \(draw)
                \(form)
                """)
    }

    private var seats: String {
        facts.seats.filter { $0.seats > 0 }.map { "\($0.name) \($0.seats) 名" }.joined(separator: "，")
    }

    private var cancelled: HTML? {
        hearing.cancellation.map {
            Notice("听证会已取消，不再举行", "<p>\($0.on.chinese)取消。理由：\($0.reason)</p>", tone: .warning).html
        }
    }

    private var decision: HTML? {
        guard let decision = hearing.decision else { return nil }
        let record = HearingPath.part(id, "record")
        return Card(
            "听证以后的决定",
            """
            <p><b>\(decision.title)</b>（\(decision.on.written)）</p>
            \(paragraphs(decision.taken))
            <p>引用笔录：\(each: decision.lines, { "<a href=\"\(record)#l\($0)\">第 \($0) 条</a> " })</p>
            """
        ).html
    }

    private var record: HTML? {
        switch hearing.state {
        case .live:
            Notice("正在举行", "<p><a href=\"\(HearingPath.part(id, "record"))\">看文字直播，向会场提问</a></p>").html
        case .recorded, .published, .decided:
            "<p><a class=\"button quiet\" href=\"\(HearingPath.part(id, "record"))\">听证笔录</a></p>"
        case .draft, .announced, .drawn, .cancelled: nil
        }
    }

    private var documents: HTML {
        guard !materials.isEmpty else { return "<h2>材料</h2><p>还没有公布。</p>" }
        return """
            <h2>材料</h2>\(each: materials, material)
            """
    }

    private func material(_ one: HearingMaterial) -> HTML {
        let file: HTML? = one.file.map { file in
            "<p><a href=\"\(HearingPath.material(id, String(one.id)))\">\(file.name)</a>（\(FileSize(file.size))）</p>"
        }
        return """
            <details class="more"><summary>\(one.title)（\(one.publishedAt.day.written)公布）</summary>\
            \(paragraphs(one.words))\(file)</details>
            """
    }

    /// The list, and how anybody makes it again.
    private var draw: HTML {
        guard let digest = hearing.seedDigest else { return .empty }
        let counts = "已有 \(registrations.count { $0.state != .withdrawn }) 人报名。"
        guard let seed = hearing.seed else {
            return "<h2>抽签</h2><p>\(counts)\(how)</p><p>种子的 SHA-256：<code>\(digest)</code></p>"
        }
        return """
            <h2>参加人名单</h2>\(DrawTable(hearing: hearing, registrations: registrations).html)
            <details class="more"><summary>怎样重算抽签</summary><p>\(how)</p>
            <p>种子：<code>\(seed)</code></p><p>公告时公布的种子 SHA-256：<code>\(digest)</code></p>
            <p><a href="\(HearingPath.part(id, "participants.csv"))">下载全部报名号和签号（CSV）</a></p></details>
            """
    }

    private var how: String {
        "签号是“种子:类别代码:报名号”的 SHA-256，同一类里签号小的先得名额，其余依次递补。种子在公告时就定下并公布了它的 SHA-256，抽签时公开种子，所以谁也不能挑结果，谁都可以重算。"
    }
}
