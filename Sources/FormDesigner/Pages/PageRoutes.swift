import HTTPTypes
import Identity
import Refusals
import Services
import Web

/// Pages of a form: added, renamed, moved, taken out.
struct PageRoutes: Sendable {
    let desk: FormDesk

    var routes: [Route] {
        [
            route(FormDesignerPath.pages("{slug}"), "加一页") { form, _, design in
                try design.addPage(form["title"] ?? "")
            },
            route(FormDesignerPath.page("{page}", of: "{slug}"), "改页的标题") { form, page, design in
                try design.rename(page, to: form["title"] ?? "")
            },
            route(FormDesignerPath.pagePlace("{page}", of: "{slug}"), "移动页") { form, page, design in
                try design.movePage(page, form.way)
            },
            route(FormDesignerPath.pageRemoval("{page}", of: "{slug}"), "删除页") { _, page, design in
                try design.removePage(page)
            },
        ]
    }

    private func route(
        _ path: String, _ title: String,
        _ change: @escaping @Sendable (FormData, String, inout FormDesign) throws -> Void
    ) -> Route {
        .post(path, .may(.designForms), journal: "item.edited", title) { request, officer in
            let page = (try? request.parameter("page")) ?? ""
            return try await desk.change(request, officer) { try change($0, page, &$1) }
        }
    }
}

extension FormData {
    /// Which way something is moved.
    var way: Way {
        get throws {
            guard let way = self["way"].flatMap(Way.init) else {
                throw DomainError.malformed("请从页面上的按钮移动。")
            }
            return way
        }
    }
}
