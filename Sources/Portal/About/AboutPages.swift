import Web

/// What is said about the site itself, in plain words.
struct AboutPages: Sendable {
    var routes: [Route] {
        [
            Route.get(PortalPath.accessibility, .anyone, "无障碍") { _, _ in .page(accessibility) }
                .inEveryLanguage,
            Route.get(PortalPath.opinions, .anyone, "提意见") { _, _ in .page(opinions) }.inEveryLanguage,
            Route.get(PortalPath.about, .anyone, "关于本站") { _, _ in .page(about) }.inEveryLanguage,
        ]
    }

    private var accessibility: Page {
        Page(
            "无障碍",
            body: """
                <h1>无障碍说明</h1>
                <p>本站按 WCAG 2.2 AA 级建设：全部页面可以只用键盘操作，读屏软件可以读出，文字与背景的对比度不低于 4.5:1，关闭脚本也能办事。</p>
                <h2>长者版</h2>
                <p>点页面顶部的「长者版」，文字和按钮会变大；再点一次恢复。</p>
                <h2>键盘操作</h2>
                <p>按 Tab 键依次到达每个链接和按钮，第一次按 Tab 出现「跳到正文」。</p>
                <h2>遇到困难</h2>
                <p>请拨打 12345，或者到政务服务中心综合窗口，由工作人员代为办理。</p>
                """)
    }

    private var opinions: Page {
        Page(
            "提意见",
            body: """
                <h1>提意见</h1>
                <p class="lead">咨询、求助、投诉、举报、建议、信访，一个入口提出，由系统分给负责的单位，办到哪一步都能查。</p>
                <p class="actions"><a class="button" href="\(PortalPath.requestForm)">我要反映</a> \
                <a class="button quiet" href="\(PortalPath.answeredRequests)">大家的诉求</a></p>
                <p>也可以拨打 <strong>12345</strong>，7×24 小时有人接听。</p>
                <h2>评价和参与</h2>
                <p>办结的事项，可以在<a href="/my/cases">我的办件</a>里评价。差评会转给办理部门核实整改。</p>
                <p>要出台的文件和决定，在<a href="/consultations">征求意见</a>里逐条提意见，每条都有答复；定价、规划和重大决定，可以报名参加<a href="/hearings">听证会</a>。</p>
                <p>政府要做的事，可以在<a href="/surveys">网上调查</a>里说说您的看法。</p>
                <h2>不服决定</h2>
                <p>对决定不服的，决定书上写明了复议和诉讼的途径。</p>
                """)
    }

    private var about: Page {
        Page(
            "关于本站",
            body: """
                <h1>关于本站</h1>
                <p>这是开放的区县电子政务平台「民本」的示范站，示范区为肇庆市端州区。站内机构、人员、企业和办件均为<strong>演示数据</strong>，不作为办事依据。</p>
                <h2>您的数据</h2>
                <p>您提交的内容只用于办理您申请的事项。工作人员每次打开您的材料都会记入日志，日志只能追加，不能改写。</p>
                """)
    }
}
