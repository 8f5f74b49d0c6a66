import Codes
import Desk
import Government
import Identity
import Refusals
import Services
import Storage
import Web

/// A form as the applicant sees it, to be tried without anything being kept.
struct PreviewRoutes: Sendable {
    let desk: FormDesk

    var routes: [Route] {
        [
            .get(FormDesignerPath.preview("{slug}"), .may(.designForms), "在手机上看表单") { request, _ in
                let subject = try await desk.subject(try request.parameter("slug"))
                let item = try await offered(subject.item)
                let number = request.query("page").flatMap { Int($0) } ?? 1
                guard item.pages.indices.contains(number - 1) else {
                    throw DomainError.notFound("这张表单没有这一页。")
                }
                return .page(PreviewPage(item: item, number: number, request: request).page)
            }
        ]
    }

    private func offered(_ item: ServiceItem) async throws -> ServiceItem {
        let (divisions, regions) = try await desk.database.read { tx in
            (try Directory.divisions(in: tx), try Directory.regions(in: tx))
        }
        let options = { (kind: Division.Kind) in
            divisions.filter { $0.kind == kind }.map { FormOption(value: $0.code.text, label: $0.name) }
        }
        return item.offering(
            streets: options(.street), districts: options(.district), communities: options(.community),
            regions: RegionOptions(regions))
    }
}

/// One page of the form in the width of a phone.
struct PreviewPage {
    let item: ServiceItem
    let number: Int
    let request: WebRequest

    private var questions: FormPage { item.pages[number - 1] }
    private var path: String { FormDesignerPath.preview(item.slug) }

    var page: Page {
        let typed = item.pages.reduce(into: FormAnswers()) { answers, page in
            answers.merge(page.parse(request.queryValues)) { $1 }
        }
        let answers = item.completed(typed)
        let shown = item.visibleNames(in: answers)
        let errors = request.query("try") == nil ? [] : item.check(questions, of: answers)
        let blocks = QuestionBlocks(
            questions.fields.filter { shown.contains($0.name) }, answers: answers, errors: errors,
            growing: request.query(Field.rowButtonName).flatMap(Self.growing))
        return Page(
            "手机上看：\(item.name)",
            crumbs: [
                Link("表单设计", FormDesignerPath.forms),
                Link("\(item.name)的表单", FormDesignerPath.form(item.slug)),
                Link("手机上看", nil),
            ], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>手机上看：\(item.name)</h1>
                <p class="lead">这里填的内容不会保存。请不要填真实的个人信息。</p>
                <nav class="actions" aria-label="表单的各页">\(each: item.pages.enumerated(), way)</nav>
                <section class="phone" aria-label="\(questions.title)"><h2>\(questions.title)</h2>
                <form class="form" method="get" action="\(path)" novalidate>
                <input type="hidden" name="page" value="\(number)">\(blocks.html)
                <div class="actions"><button class="button" name="try" value="1">试一试</button></div></form></section>
                """)
    }

    /// The repeating group whose button was pressed for one more row.
    private static func growing(_ sent: String) -> String? {
        sent.wholeMatch(of: /more:form\.([a-z0-9_]+)/).map { String($0.1) }
    }

    private func way(_ index: Int, _ page: FormPage) -> HTML {
        let here = index == number - 1 ? "page" : nil
        return """
            <a class="button quiet small" href="\(path)?page=\(index + 1)"\(attribute: "aria-current", here)>\(index + 1). \(page.title)</a>
            """
    }
}
