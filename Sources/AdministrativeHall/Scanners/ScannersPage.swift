import Refusals
import Web
import WorkingTime

/// The scanners of a hall's windows, and a form for another one.
struct ScannersPage {
    let hall: Hall
    let windows: [Window]
    let scanners: [WindowScanner]
    /// The token that was just made.
    let shown: ScannerToken?
    let errors: [FieldError]
    let entered: FormData?
    let token: CSRFToken

    private var id: String { String(hall.id) }

    var page: Page {
        Page(
            "窗口扫描设备",
            crumbs: [
                Link("工作台", HallPath.home), Link("办事大厅", HallPath.desk), Link("设置", HallPath.setup(id)),
                Link("扫描设备", nil),
            ], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                \(shown.map(secret))
                <h1>\(hall.name)：窗口扫描设备</h1>
                <p class="lead">高拍仪、扫描仪的程序凭令牌把文件送到窗口，窗口人员代办时从中选用。没有选用的当天夜里清除。</p>
                \(scanners.isEmpty ? EmptyState("还没有扫描设备").html : table)
                <h2>领取令牌</h2>
                \(windows.isEmpty ? EmptyState("请先在大厅设置里登记窗口").html : form)
                """)
    }

    private func secret(_ token: ScannerToken) -> HTML {
        Notice(
            "令牌只显示这一次",
            """
            <p class="code">\(token.text)</p>
            <p>请填进扫描程序：向 <span class="code">\(HallPath.scans)</span> POST 文件，带上
            <span class="code">Authorization: Bearer 令牌</span>。</p>
            """, tone: .done
        ).html
    }

    private var table: HTML {
        let names = Dictionary(windows.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        return Table(
            "扫描设备", columns: [.init("窗口"), .init("设备"), .init("领取"), .init("状态")],
            rows: scanners.map { scanner in
                [
                    "\(names[scanner.windowID] ?? "")", "\(scanner.name)",
                    "\(scanner.issuedBy)，\(scanner.issuedAt.shortChinese)",
                    scanner.revokedAt.map { "已于 \($0.shortChinese)停用" } ?? revocation(scanner),
                ]
            }
        ).html
    }

    private func revocation(_ scanner: WindowScanner) -> HTML {
        PostButton(
            "停用「\(scanner.name)」", action: HallPath.scannerRevocation(id, String(scanner.id)), token: token
        ).html
    }

    private var form: HTML {
        Form(
            action: HallPath.scanners(id), token: token,
            fields: [
                Field(
                    "window", "窗口", .choice, value: entered?["window"] ?? "",
                    options: windows.map { .init(String($0.id), $0.name) }, error: errors["window"]),
                Field(
                    "name", "设备的名字", hint: "例如“左侧高拍仪”。", value: entered?["name"] ?? "",
                    error: errors["name"]),
            ], submit: "领取令牌"
        ).html
    }
}
