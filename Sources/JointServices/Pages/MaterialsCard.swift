import Refusals
import Services
import Web

/// What is handed in once for several items, and what one item hands on to the next.
struct MaterialsCard {
    let page: JointPage

    private var children: [ServiceItem] {
        page.item.children.compactMap { slug in page.subject.offered.first { $0.slug == slug } }
    }

    /// The materials of items that become this one of the joint service.
    private func parts(of material: Material) -> [(item: ServiceItem, own: Material)] {
        children.flatMap { child in
            child.materials.filter {
                material.neededBy?.contains(child.slug) == true
                    && page.item.joint?.material($0.id, of: child.slug) == material.id
            }.map { (child, $0) }
        }
    }

    var html: HTML {
        guard page.item.joint != nil else { return .empty }
        return Card(
            "合并的材料",
            """
            <div id="materials"><p>一份材料几个部门共用，只交一次；前面事项办出的结果自动转给后面的事项，不再收取。</p>
            \(Table("材料", columns: [.init("材料"), .init("要不要交"), .init("哪些事项用"), .init("分开交")], rows: page.item.materials.map(row)).html)
            \(if: page.isOpen, merger)</div>
            """
        ).html
    }

    private func row(_ material: Material) -> [HTML] {
        let parts = parts(of: material)
        let asked = material.waivedBy.map(\.explanation) ?? (material.isRequired ? "必交" : "有就交")
        let apart: [HTML] = parts.dropFirst().map { part in
            page.button(
                "\(part.item.name)单独交", JointPath.materials(page.slug), back: "materials",
                [("material", "\(part.item.slug)/\(part.own.id)")])
        }
        return [
            "\(material.name)", "\(asked)", "\(parts.map(\.item.name).joined(separator: "、"))",
            page.isOpen && !apart.isEmpty ? HTML.joined(apart) : "—",
        ]
    }

    private var merger: HTML {
        let single = page.item.materials.flatMap { material -> [Field.Option] in
            let parts = parts(of: material)
            guard parts.count == 1, let part = parts.first else { return [] }
            return [.init("\(part.item.slug)/\(part.own.id)", "\(part.item.name)：\(material.name)")]
        }
        let part = Field(
            "material", "把这份材料", .choice, value: page.entered?["material"] ?? "", options: single,
            error: page.errors["material"])
        let target = Field(
            "into", "并入这份材料", .choice, hint: "确实是同一份材料才合并。", value: page.entered?["into"] ?? "",
            options: page.item.materials.map { .init($0.id, $0.name) }, error: page.errors["target"])
        return """
            <details class="more"\(attribute: "open", if: part.error != nil || target.error != nil)><summary>手工合并两份材料</summary>
            \(Form(action: JointPath.materials(page.slug), token: page.token, fields: [part, target], also: page.seen("materials"), submit: "合并").html)
            </details>
            """
    }
}
