import Refusals
import Services
import Web

/// The materials of a draft, each a line that leads to its page.
struct MaterialListPage {
    let draft: ItemDraft
    let token: CSRFToken

    private var id: String { String(draft.id) }
    private var materials: [Material] { draft.item.materials }

    var page: Page {
        Page(
            "申请材料：\(draft.item.name)", crumbs: ItemCrumbs.of(draft, Link("申请材料", nil)), area: .desk,
            body: """
                <h1>申请材料</h1>
                <p class="lead">\(draft.item.name)，共 \(materials.count) 份。</p>
                \(if: draft.item.isDrawn, Notice("材料由所含事项合成", "<p>要改变材料，请在所含的事项里修改，或者在一件事设计里合并。</p>").html)
                \(materials.isEmpty ? EmptyState("还没有材料").html : list)
                <div class="actions"><a class="button" href="\(ItemLibraryPath.newMaterial(of: id))">添加材料</a>\
                <a class="button quiet" href="\(ItemLibraryPath.draft(id))">回到草稿</a></div>
                """)
    }

    private var list: HTML {
        "<ol class=\"links task-list\">\(each: materials.enumerated(), { place, material in line(material, at: place) })</ol>"
    }

    private func line(_ material: Material, at place: Int) -> HTML {
        """
        <li><div><a href="\(ItemLibraryPath.material(material.id, of: id))">\(material.name)</a>
        <p class="hint">\(words(of: material))</p></div>
        <div>\(if: place > 0, move(material, "up", "上移"))\
        \(if: place < materials.count - 1, move(material, "down", "下移"))</div></li>
        """
    }

    private func words(of material: Material) -> String {
        [
            material.necessity.chinese, material.source.chinese, material.rank?.chinese,
            material.waivedBy?.explanation, material.licence.map { _ in "可以用电子证照代替" },
        ].compactMap(\.self).joined(separator: "；")
    }

    private func move(_ material: Material, _ direction: String, _ word: String) -> HTML {
        """
        <form class="one-button" method="post" action="\(ItemLibraryPath.material(material.id, of: id))/position">\
        \(token.field)<input type="hidden" name="revision" value="\(draft.revision)">\
        <button class="button quiet small" name="direction" value="\(direction)">\(word)\
        <span class="sr">“\(material.name)”</span></button></form>
        """
    }
}

/// One material with its fields.
struct MaterialPage {
    let draft: ItemDraft
    /// Nil for a new one.
    let material: Material?
    let fields: [Field]
    let revision: Int
    let errors: [FieldError]
    let token: CSRFToken

    private var id: String { String(draft.id) }
    private var title: String { material?.name ?? "添加材料" }

    var page: Page {
        Page(
            "\(title)：\(draft.item.name)",
            crumbs: ItemCrumbs.of(
                draft, Link("申请材料", ItemLibraryPath.materials(of: id)), Link(title, nil)),
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(title)</h1>
                <p class="lead">\(draft.item.name)</p>
                \(form)
                \(material.map(removal))
                """)
    }

    private var form: HTML {
        let more: HTML = "<button class=\"button quiet\" name=\"then\" value=\"more\">保存，再添加一份</button>"
        return Form(
            action: material.map { ItemLibraryPath.material($0.id, of: id) }
                ?? ItemLibraryPath.newMaterial(of: id),
            token: token, fields: fields,
            also: "<input type=\"hidden\" name=\"revision\" value=\"\(revision)\">", submit: "保存材料",
            secondary: material == nil ? more : .empty
        ).html
    }

    private func removal(_ material: Material) -> HTML {
        """
        <details class="more"><summary>去掉这份材料</summary>
        \(PostButton(
            "去掉“\(material.name)”", action: ItemLibraryPath.material(material.id, of: id) + "/removal", token: token,
            tone: .danger, values: [("revision", String(revision))]).html)</details>
        """
    }
}

/// The way to a page of a draft.
enum ItemCrumbs {
    static func of(_ draft: ItemDraft, _ rest: Link...) -> [Link] {
        [
            Link("工作台", "/desk"), Link("事项库", ItemLibraryPath.items),
            Link(draft.item.name, ItemLibraryPath.draft(String(draft.id))),
        ] + rest
    }
}
