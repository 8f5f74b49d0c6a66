import Refusals
import Web

/// Where the files of a takeover are handed in.
struct StartPage {
    let kind: TakeoverRecord.Kind
    let system: String
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        Page(
            "迁入\(kind.chinese)",
            crumbs: [
                Link("工作台", "/desk"), Link("旧系统迁入", TakeoverPath.takeovers), Link("迁入\(kind.chinese)", nil),
            ], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>迁入\(kind.chinese)</h1>
                \(kind == .staff ? staff : cases)
                """)
    }

    private var name: Field {
        Field(
            "system", "原系统的名称", hint: "例如：原审批系统。同一个系统请每次写得一样，办件编号按它区分。", value: system,
            error: errors["system"])
    }

    private var staff: HTML {
        """
        <p class="lead">适用于用若依（RuoYi）搭建的系统。从它的数据库导出 sys_dept、sys_user、sys_role、sys_user_role 四张表。</p>
        \(Card("怎么做", staffSteps).html)
        \(Form(action: TakeoverPath.staff, token: token, fields: [name], also: files, submit: "上传并读入", carriesFiles: true).html)
        """
    }

    private var staffSteps: HTML {
        """
        <ol>
        <li>导出四张表：每张表一个 CSV（第一行是列名），或者一个 SQL 文件（mysqldump，含 INSERT 语句）。</li>
        <li>上传以后，说明原来的部门是这里的哪个部门，原来的角色是这里的什么岗位。</li>
        <li>试运行，看报告：每个用户会怎样，不能迁入的写明原因。这一步不写入任何账号。</li>
        <li>提交，由安全管理员审定。同意后在后台开立账号、授予岗位。</li>
        <li>原来的密码不会迁入。迁入的账号要由安全管理员发一次性密码，本人登录后改成自己的才能用。</li>
        </ol>
        <p class="hint">不读取密码、手机号码和邮箱。系统、安全、审计管理员不能迁入，要另行任命。</p>
        """
    }

    private var files: HTML {
        several(
            "四张表的文件", hint: "可以一次选多个 .csv，或者一个 .sql，合计不超过 16 MB。",
            accept: ".csv,.sql,text/csv")
    }

    /// The kit's field takes one file; here several belong together.
    private func several(_ label: String, hint: String, accept: String) -> HTML {
        let error = errors["files"]
        return """
            <div class="field\(error == nil ? "" : " has-error")">
            <label class="label" for="f-files">\(label)</label>
            <p class="hint" id="f-files-hint">\(hint)</p>
            \(error.map { "<p class=\"error\" id=\"f-files-error\"><span class=\"sr\">错误：</span>\($0)</p>" as HTML })
            <input class="input file" id="f-files" name="files" type="file" multiple accept="\(accept)" \
            aria-describedby="f-files-hint" required>
            </div>
            """
    }

    private var cases: HTML {
        let beside = several(
            "办件文件（CSV）和材料",
            hint:
                "一个 CSV，编码为 UTF-8 或 GB18030，不超过 \(MatterFile.rowLimit) 行；材料可以一起选，或者放在 .zip 里。合计不超过 64 MB，每份材料不超过 20 MB。",
            accept: ".csv,.zip,.pdf,.png,.jpg,.jpeg,text/csv")
        return """
            <p class="lead">一行一件。还没有办结的，从受理之后的第一个环节接着办，时限从原来的日期接着算；已经办结的，按原来的结果留存。</p>
            <p><a href="\(TakeoverPath.template)">下载模板</a></p>
            \(Card("列名和写法", columns).html)
            \(Form(action: TakeoverPath.cases, token: token, fields: [name], also: beside, submit: "上传并试运行", carriesFiles: true).html)
            """
    }

    private var columns: HTML {
        Table(
            "列名和写法", columns: [.init("列名"), .init("必填"), .init("写法")],
            rows: MatterColumn.allCases.map { column in
                ["\(column.rawValue)", column.isRequired ? "是" : "否", "\(column.hint)"]
            }
        ).html
    }
}
