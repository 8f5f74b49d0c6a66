import Refusals
import Web

/// Where a drawn process is handed in.
struct UploadPage {
    var note = ""
    var errors: [FieldError] = []
    let token: CSRFToken

    var page: Page {
        Page(
            "上传流程",
            crumbs: [Link("工作台", "/desk"), Link("业务流程", ProcessDeskPath.processes), Link("上传流程", nil)],
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>上传流程</h1>
                <p class="lead">用任何 BPMN 2.0 绘图工具（bpmn.io、Camunda Modeler、Yaoqiang 等）画好流程，保存为 .bpmn 文件后在这里上传。上传后先检查，不会马上生效。</p>
                \(Form(action: ProcessDeskPath.upload, token: token, fields: [fileField, noteField], submit: "上传并检查").html)
                """)
    }

    private var fileField: Field {
        Field(
            "file", "流程文件（.bpmn）", .file, hint: "不超过 \(Proposals.limitBytes >> 20) MB。流程 id 与现有流程相同的，成为它的新版。",
            error: errors["file"], accept: ".bpmn,.xml,application/xml,text/xml")
    }

    private var noteField: Field {
        Field(
            "note", "修改说明", .longText, hint: "这一版改了什么、为什么改，供批准的人了解。", isRequired: false,
            value: note, error: errors["note"])
    }
}
