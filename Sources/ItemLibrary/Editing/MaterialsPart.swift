import Refusals
import Services
import Web

/// 申请材料.
enum MaterialsPart: ItemPart {
    static func fields(_ item: ServiceItem, _ choices: ItemChoices) -> [Field] {
        [
            Field(
                "materials", "申请材料", .table,
                hint: "代号由小写字母、数字和“-”组成，不填的自动编。填空行即新增，清空一行的名称和代号即删除。", isRequired: false,
                columns: columns, rows: item.materials.map(row))
        ]
    }

    static func apply(_ entry: inout ItemEntry, to item: inout ServiceItem) {
        let before = Dictionary(item.materials.map { ($0.id, $0) }) { first, _ in first }
        let rows = entry.rows("materials", columns.map(\.name)).filter {
            !($0["name"] ?? "").isEmpty || !($0["id"] ?? "").isEmpty
        }
        var ids = Set(rows.compactMap { $0["id"]?.unlessEmpty })
        item.materials = rows.enumerated().map { index, row in
            let id = row["id"]?.unlessEmpty ?? Self.free(&ids)
            var material = before[id] ?? Material(id: id, name: "")
            read(row, into: &material, number: index + 1, &entry)
            return material
        }
    }

    private static let columns = [
        Field("name", "材料名称"), Field("id", "代号"),
        Field("necessity", "必要性", .choice, options: options(Material.Necessity.self)),
        Field("source", "来源渠道", .choice, options: options(Material.Source.self)),
        Field("issuer", "核发机关"), Field("format", "材料形式", .choice, options: options(Material.Format.self)),
        Field("copies", "份数", .integer), Field("note", "受理标准"),
        Field("waived_by", "免提交", .choice, options: Waiver.allCases.map { .init($0.rawValue, $0.chinese) }),
    ]

    private static func options<Word: ListWord>(_ type: Word.Type) -> [Field.Option] {
        Word.allCases.map { .init($0.rawValue, $0.chinese) }
    }

    private static func row(_ material: Material) -> [String: String] {
        [
            "name": material.name, "id": material.id, "necessity": material.necessity.rawValue,
            "source": material.source.rawValue, "issuer": material.issuer ?? "",
            "format": material.format.rawValue, "copies": String(material.copies),
            "note": material.note ?? "",
            "waived_by": material.waivedBy?.rawValue ?? "",
        ]
    }

    private static func read(
        _ row: [String: String], into material: inout Material, number: Int, _ entry: inout ItemEntry
    ) {
        material.name = row["name"] ?? ""
        if material.name.isEmpty { entry.refuse("materials", "第 \(number) 行：请写明材料名称。") }
        if material.id.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,59}/) == nil {
            entry.refuse("materials", "第 \(number) 行：代号由小写字母、数字和“-”组成。")
        }
        material.necessity = row["necessity"].flatMap(Material.Necessity.init(rawValue:)) ?? .required
        material.source = row["source"].flatMap(Material.Source.init(rawValue:)) ?? .applicant
        material.format = row["format"].flatMap(Material.Format.init(rawValue:)) ?? .electronic
        material.issuer = row["issuer"]?.unlessEmpty
        material.note = row["note"]?.unlessEmpty
        material.waivedBy = row["waived_by"].flatMap(Waiver.init(rawValue:))
        let copies = row["copies"]?.unlessEmpty
        material.copies = copies.map { Int($0) ?? 0 } ?? 1
        if !(1...99).contains(material.copies) { entry.refuse("materials", "第 \(number) 行：份数是 1 至 99 的整数。") }
    }

    /// `m1`, `m2` …: the first that no material of the item has.
    private static func free(_ ids: inout Set<String>) -> String {
        var number = 1
        while ids.contains("m\(number)") { number += 1 }
        ids.insert("m\(number)")
        return "m\(number)"
    }
}
