import Web
import WorkingTime

/// One bulletin as it was published.
struct BulletinPage {
    let bulletin: PublishedBulletin
    /// The number of the newest edition.
    let newest: Int
    let editions: [EditionLine]

    private var period: String { bulletin.period.text }
    private var number: Int { bulletin.edition.edition }

    var page: Page {
        let title = bulletin.edition.title
        return Page(
            title,
            crumbs: [
                Link("监督", "/supervision"), Link("监察通报", BulletinPath.all),
                Link(bulletin.period.chinese, nil),
            ],
            description: "\(title)：各部门按时办结、监察信号和督办的情况。",
            body: """
                <h1>\(title)</h1>
                <p class="hint">第 \(number) 版，\(bulletin.publishedAt.day.written)公布\(bulletin.edition.issuerName.map { "，\($0)" as HTML })</p>
                \(bulletin.isWithdrawn ? withdrawn : content)
                """)
    }

    private var withdrawn: HTML {
        Notice(
            "这期通报已经撤回",
            """
            <p>\(bulletin.withdrawnAt?.day.written ?? "")撤回：\(bulletin.withdrawnRemark ?? "")</p>\
            \(if: number < newest, "<p><a href=\"\(BulletinPath.one(period))\">看现在的一版</a></p>")
            """,
            tone: .warning
        ).html
    }

    private var content: HTML {
        """
        \(if: number < newest, Notice("这是以前的一版", "<p>以后更正过，<a href=\"\(BulletinPath.one(period))\">看现在的一版</a>。</p>", tone: .warning).html)
        \(each: editions.filter { $0.number > 1 && $0.number <= number }, correction)
        \(each: bulletin.edition.sections, section)
        \(files)
        \(if: editions.count > 1, others)
        """
    }

    private func correction(_ line: EditionLine) -> HTML {
        Notice("\(line.publishedAt.day.written)更正", "<p>\(line.remark ?? "")</p>").html
    }

    private func section(_ section: BulletinEdition.Section) -> HTML {
        """
        <section><h2>\(section.title)</h2>
        \(each: section.text.split(whereSeparator: \.isNewline), { "<p>\(String($0))</p>" })
        \(section.chart?.drawing(bulletin.edition.figures)?.html)</section>
        """
    }

    private var files: HTML {
        let suffix = number < newest ? "?edition=\(number)" : ""
        func link(_ name: String, _ words: String) -> HTML {
            let address = "\(BulletinPath.file(period, name))\(suffix)"
            return "<li><a href=\"\(address)\">\(words)</a></li>"
        }
        return """
            <h2>下载和开放数据</h2>
            <ul class="links">\(link("bulletin.pdf", "通报（PDF）"))\(link("figures.csv", "各部门的数据（CSV）"))\
            \(link("edition.json", "全文和数据（JSON）"))</ul>
            <p class="hint">数据只有部门，没有个人。JSON 文件的摘要（SHA-256）记在不能改动的日志里：<span class="code">\(bulletin.digest)</span></p>
            """
    }

    private var others: HTML {
        let lines = editions.map { line -> HTML in
            """
            <li><a href="\(BulletinPath.one(period))?edition=\(line.number)">第 \(line.number) 版</a>，\
            \(line.publishedAt.day.written)公布</li>
            """
        }
        return "<h2>各版</h2><ul>\(HTML.joined(lines))</ul>"
    }
}
