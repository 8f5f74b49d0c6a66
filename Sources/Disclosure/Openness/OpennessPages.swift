import Foundation
import Government
import HTTPTypes
import Refusals
import Storage
import Web
import WorkingTime

/// What everybody may read: the register of answered requests, the catalogue, the guide.
struct OpennessPages: Sendable {
    let requests: Requests

    var routes: [Route] {
        [
            Route.get(DisclosurePath.register, .anyone, "已答复的信息公开申请") { request, _ in
                try await register(request)
            }.inEveryLanguage,
            Route.get(DisclosurePath.answered("{id}"), .anyone, "已答复的信息公开申请") { request, _ in
                try await entry(request)
            }.inEveryLanguage,
            Route.get(DisclosurePath.catalogue, .anyone, "政府信息主动公开目录") { _, _ in
                .page(CataloguePage(rules: try await requests.rules()).page)
            }.inEveryLanguage,
            Route.get(DisclosurePath.guide, .anyone, "政府信息公开指南") { _, _ in
                .page(
                    GuidePage(rules: try await requests.rules(), organs: try await requests.organs()).page)
            }.inEveryLanguage,
        ]
    }

    private func entry(_ request: WebRequest) async throws -> WebResponse {
        let id = try request.id("没有这件已答复的申请。")
        let (row, rules) = try await requests.database.read { tx in
            (try RequestStore.published(id, in: tx), try requests.book.current(in: tx))
        }
        return .page(
            RegisterEntryPage(row: row, rules: rules, organs: try await requests.directory.organNames()).page)
    }

    private func register(_ request: WebRequest) async throws -> WebResponse {
        let (slice, rules) = try await requests.database.read { tx in
            (
                try RequestStore.published(after: request.query("after"), in: tx),
                try requests.book.current(in: tx)
            )
        }
        return .page(
            RegisterPage(
                rows: slice.items, rules: rules, organs: try await requests.directory.organNames(),
                pager: Pager(next: slice.next, of: request)
            ).page)
    }
}

/// Answered requests without anybody's name.
struct RegisterPage {
    let rows: [RequestRow]
    let rules: DisclosureRules
    let organs: OrganNameHistory
    let pager: Pager

    var page: Page {
        Page(
            "已答复的信息公开申请", crumbs: [Link("政府信息公开", DisclosurePath.guide), Link("已答复的申请", nil)],
            description: "别人申请过、机关已经答复的政府信息，去除了个人信息。",
            body: """
                <h1>已答复的信息公开申请</h1>
                <p class="lead">别人问过的，也许正是您要找的。没有找到的，可以<a href="\(DisclosurePath.form)">自己申请</a>。</p>
                \(rows.isEmpty ? EmptyState("还没有公开的答复").html : list)\(pager.html)
                """)
    }

    private var list: HTML { "<ul class=\"links\">\(each: rows, item)</ul>" }

    private func item(_ row: RequestRow) -> HTML {
        let kind = row.kind.flatMap(rules.kind)?.name ?? ""
        return """
            <li><div><b><a href="\(DisclosurePath.answered(String(row.id)))">\(row.publicTitle ?? "")</a></b>\(row.publicWords.map { "<p class=\"words\">\($0)</p>" })
            <p class="hint">\(organs.name(of: row.organ, on: row.publishedAt?.day)) · \(kind)</p></div>
            <span>\(row.publishedAt?.day.shortChinese ?? "")</span></li>
            """
    }
}

/// The classes of what is published unasked (arts. 20, 21).
struct CataloguePage {
    let rules: DisclosureRules

    var page: Page {
        Page(
            "政府信息主动公开目录", crumbs: [Link("政府信息公开", DisclosurePath.guide), Link("主动公开目录", nil)],
            description: "依照《政府信息公开条例》第二十条、第二十一条主动公开的政府信息类别。",
            body: """
                <h1>政府信息主动公开目录</h1>
                <p class="lead">下列各类信息自形成或者变更之日起二十个工作日内公开。</p>
                \(table)
                <p>没有找到的，可以<a href="\(DisclosurePath.form)">申请公开</a>。</p>
                """)
    }

    private var table: HTML {
        Table(
            "主动公开目录", columns: [.init("序号", isNumber: true), .init("类别"), .init("依据"), .init("查看")],
            rows: rules.classes.map { line in
                ["\(line.number)", "\(line.name)", "《政府信息公开条例》\(line.article)", way(to: line)]
            }
        ).html
    }

    private func way(to line: CatalogueClass) -> HTML {
        let of: HTML = "<span class=\"sr\">\(line.name)</span>"
        if let href = line.href { return "<a href=\"\(href)\">查看\(of)</a>" }
        guard let words = line.search?.addingPercentEncoding(withAllowedCharacters: .alphanumerics) else {
            return "栏目建设中"
        }
        return "<a href=\"\(DisclosurePath.search)?q=\(words)\">站内查找\(of)</a>"
    }
}

/// How information is had, and from whom.
struct GuidePage {
    let rules: DisclosureRules
    let organs: [Organ]

    var page: Page {
        Page(
            "政府信息公开指南", crumbs: [Link("政府信息公开指南", nil)], description: "怎样查找和申请政府信息，多久答复，找哪个机关。",
            body: """
                <h1>政府信息公开指南</h1>
                <p class="actions"><a class="button" href="\(DisclosurePath.form)">申请公开政府信息</a></p>
                <ul class="links"><li><a href="\(DisclosurePath.catalogue)">主动公开目录</a></li>
                <li><a href="\(DisclosurePath.register)">已答复的申请</a></li>
                <li><a href="\(DisclosurePath.reports)">年度报告</a></li></ul>
                \(each: rules.guide, { "<h2>\($0.title)</h2>\(each: $0.paragraphs, { "<p>\($0)</p>" })" })
                <h2>各机关的地址和电话</h2>\(offices)
                """)
    }

    private var offices: HTML {
        Table(
            "各机关的地址和电话", columns: [.init("机关"), .init("地址"), .init("电话")],
            rows: organs.map { ["\($0.name)", "\($0.address)", "\($0.phone)"] }
        ).html
    }
}
