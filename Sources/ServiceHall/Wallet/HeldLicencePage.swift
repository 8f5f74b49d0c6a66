import Cases
import Desk
import Identity
import Licences
import Web
import WorkingTime

/// One of one's own licences.
struct HeldLicencePage {
    let held: HeldLicence
    let now: Instant
    let token: CSRFToken

    private var licence: Licence { held.licence }
    private var id: String { String(licence.id) }
    private var isValid: Bool { licence.standing(on: now.day) == .valid }

    var page: Page {
        Page(
            licence.name, crumbs: [Link("我的证照", LicencePath.wallet), Link(licence.name, nil)],
            body: """
                \(why)
                <div class="card-head"><h1>\(licence.name)</h1>\(licence.badge(on: now.day))</div>
                \(SummaryList(rows).html)
                \(actions)
                <h2>用在哪里</h2><p>每次使用都经过您（或者企业的办事人）同意。</p>
                \(UseTable(uses: held.uses, linksCases: true).html)
                \(shown)
                <h2>办过的手续</h2>\(LicenceHistory(acts: held.acts, showsNames: false).html)
                """)
    }

    private var why: HTML? {
        licence.obstacle(on: now.day).map { obstacle in
            Notice(
                "这份证照现在不能使用", "<p>\(obstacle)有疑问请向\(licence.organName)询问。</p>", tone: .warning
            ).html
        }
    }

    private var rows: [SummaryList.Row] {
        var rows = [SummaryList.Row("证照标识", "<span class=\"code\">\(licence.number)</span>")]
        for fact in licence.facts { rows.append(.init(fact.label, "\(fact.value)")) }
        rows.append(.init("验证码", "<span class=\"code\">\(licence.verificationCode)</span>"))
        return rows
    }

    private var actions: HTML {
        """
        <div class="actions">\(if: isValid, PostButton("出示（五分钟有效）", action: LicencePath.showings(id), token: token, tone: .primary).html)
        <a class="button quiet" href="\(LicencePath.pdf(id))">下载 PDF</a>
        <a class="button quiet" href="\(LicencePath.file(id))">下载签名文件</a>
        <a class="button quiet" href="\(CasePath.verification(licence.verificationCode))">核验</a></div>
        <p class="hint">签名文件（.json）可以发给需要核验的人，任何人都能在<a href="\(LicencePath.fileCheck)">核验证照文件</a>一页查它是不是真的。</p>
        """
    }

    private var shown: HTML? {
        guard !held.showings.isEmpty else { return nil }
        return """
            <h2>出示记录</h2><ul class="links">\(each: held.showings, showing)</ul>
            """
    }

    private func showing(_ showing: LicenceShowing) -> HTML {
        let seen = showing.seenAt.map { "，\($0.chinese)有人查看" } ?? "，没有人查看"
        return "<li><div>\(showing.shownAt.chinese)出示\(seen)</div></li>"
    }
}

/// A licence that is shown: the code that the other person scans.
struct ShowingPage {
    let licence: Licence
    let address: String
    private let showing: LicenceShowing
    private let picture: QRPicture

    /// - Throws: `TypesettingError` when the address is longer than a code can hold.
    init(licence: Licence, showing: LicenceShowing, address: String) throws {
        (self.licence, self.showing, self.address) = (licence, showing, address)
        picture = try QRPicture(address, label: "出示码")
    }

    var page: Page {
        Page(
            "出示\(licence.name)",
            crumbs: [
                Link("我的证照", LicencePath.wallet), Link(licence.name, LicencePath.held(String(licence.id))),
                Link("出示", nil),
            ],
            body: """
                <h1>出示\(licence.name)</h1>
                <p class="lead">请对方扫描下面的码。\(showing.expiresAt.time)前有效，过后请重新出示。</p>
                <p>\(picture.html)</p>
                <p class="hint">对方能看到证照的名称、证照标识、隐去一部分的姓名、发证机关、有效期和现在的状态，不用登录。</p>
                <p class="actions"><a class="button quiet" href="\(address)">看看对方看到什么</a></p>
                """)
    }
}

extension Instant {
    /// `10:24`.
    fileprivate var time: String { String(chinese.suffix(5)) }
}
