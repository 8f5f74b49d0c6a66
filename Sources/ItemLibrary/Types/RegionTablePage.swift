import Government
import Refusals
import Web
import WorkingTime

/// Which state of the country's divisions counts, and where a newer one is handed in.
struct RegionTablePage {
    let table: RegionTable
    let formerCount: Int
    let imports: [RegionImport]
    let entered: String
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        let fields = [
            Field(
                "file", "代码表", .file, hint: "xlsx 或者 CSV，第一行写“代码”“名称”，从省到县全国完整的一份。",
                error: errors["file"], accept: ".xlsx,.csv"),
            Field(
                "state_on", "截止日期", .date, hint: "代码表注明的截止日期，晚于 \(table.stateOn.iso)。", value: entered,
                error: errors["state_on"]),
        ]
        return Page(
            "全国行政区划", crumbs: [Link("工作台", "/desk"), Link("全国行政区划", nil)], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>全国行政区划</h1>
                <p class="lead">表单里“全国行政区划”一类的问题从这份代码表选（GB/T 2260）。</p>
                \(SummaryList(facts).html)
                \(if: !imports.isEmpty, history)
                <h2>导入较新的代码表</h2>
                <p>已经填写的回答不变：撤销的区划仍按原来的名称显示，只是不能再选。</p>
                \(Form(action: ItemLibraryPath.regions, token: token, fields: fields, submit: "导入").html)
                """)
    }

    private var facts: [SummaryList.Row] {
        let provinces = table.regions.filter { $0.code.hasSuffix("0000") }.count
        return [
            .init("截止日期", "\(table.stateOn.chinese)"),
            .init("区划", "\(table.regions.count) 个，其中省级 \(provinces) 个"),
            .init("以前的、不能再选的", "\(formerCount) 个"),
        ]
    }

    private var history: HTML {
        Table(
            "导入过的代码表", columns: [.init("截止日期"), .init("导入")],
            rows: imports.map { ["\($0.stateOn.iso)", "\($0.by) \($0.at.shortChinese)"] }
        ).html
    }
}
