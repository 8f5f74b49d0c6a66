import HTTPTypes
import Identity
import Refusals
import Services
import Web

/// What can be done with a design, each act for itself.
struct JointRoutes: Sendable {
    let desk: JointDesk

    var routes: [Route] { itemRoutes + formRoutes }

    private var itemRoutes: [Route] {
        [
            route(JointPath.items("{slug}"), "加一个事项") { form, _, item, offered in
                try item.takeIn(form.required("item", "请从列表里选择一个事项。"), of: offered)
            },
            route(JointPath.order("{item}", of: "{slug}"), "办理顺序") { form, child, item, offered in
                try item.wait(child, for: form.all("needs.\(child)"), of: offered)
            },
            route(JointPath.removal("{item}", of: "{slug}"), "去掉一个事项") { _, child, item, offered in
                try item.leaveOut(child, of: offered)
            },
            route(JointPath.promise("{slug}"), "承诺时限") { form, _, item, offered in
                let entered = form["promise"] ?? ""
                let days = Int(entered)
                guard entered.isEmpty || days != nil else {
                    throw DomainError.invalid("promise", "请填写工作日数，例如 10。")
                }
                try item.promise(days, of: offered)
            },
        ]
    }

    private var formRoutes: [Route] {
        [
            route(JointPath.separation("{slug}"), "分开问") { form, _, item, offered in
                let (child, name) = try form.part("part")
                try item.separate(name, of: child, among: offered)
            },
            route(JointPath.merger("{slug}"), "合并问题") { form, _, item, offered in
                let (child, name) = try form.part("part")
                let target = try form.required("target", "请选择要并入的问题。")
                try item.merge(name, of: child, into: target, among: offered)
            },
            route(JointPath.materials("{slug}"), "合并或者分开材料") { form, _, item, offered in
                let (child, id) = try form.part("material")
                let target = form["into"].flatMap { $0.isEmpty ? nil : $0 }
                try item.hand(id, of: child, as: target, among: offered)
            },
        ]
    }

    private func route(
        _ path: String, _ title: String,
        _ change: @escaping @Sendable (FormData, String, inout ServiceItem, [ServiceItem]) throws -> Void
    ) -> Route {
        .post(path, .may(.designJoint), journal: "item.edited", title) { request, officer in
            let child = (try? request.parameter("item")) ?? ""
            let (slug, form) = (try request.parameter("slug"), try await request.form())
            do {
                try await desk.edit(request, officer, form) { try change(form, child, &$0, $1) }
                return .redirect(to: "\(JointPath.design(slug))\(form["back"].map { "#\($0)" } ?? "")")
            } catch DomainError.invalid(let errors) {
                let page = try await desk.page(request, officer, entered: form, errors: errors)
                return .page(page, status: .unprocessableContent)
            }
        }
    }
}

extension FormData {
    /// A part of an item, as the lists of the page send it: `company-registration/phone`.
    fileprivate func part(_ name: String) throws -> (item: String, name: String) {
        let parts = (self[name] ?? "").split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw DomainError.invalid(name, "请从列表里选择。") }
        return (parts[0], parts[1])
    }
}
