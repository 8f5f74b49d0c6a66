import Web

/// What a program wants to know, in words the person can weigh.
struct ConsentPage {
    let visit: Visit
    /// The request, to be made once more with the answer.
    let request: String
    let name: String
    let token: CSRFToken

    var page: Page {
        let terms = visit.client.terms
        return Page(
            "登录「\(terms.name)」", offersSearch: false,
            body: """
                <h1>登录「\(terms.name)」</h1>
                <p class="lead">您正以 \(name) 的身份登录「\(terms.name)」。它希望使用：</p>
                <ul class="links">\(each: visit.request.scopes.all, { "<li>\($0.chinese)</li>" })</ul>
                <p class="quiet-words">同意以后前往 <span class="code">\(ClientTerms.origin(of: visit.request.redirectURI))</span>，\
                不认识这个地址时请不要同意。密码不会交给对方。同意过的系统不再询问，可以随时在“账号安全”的\
                <a href="\(OpenIDPath.permissions)">已登录的系统</a>撤回。</p>
                <form class="form" method="post" action="\(OpenIDPath.consent)">\(token.field)
                <input type="hidden" name="request" value="\(request)">
                <div class="actions"><button class="button" name="answer" value="yes">同意并登录</button>
                <button class="button quiet" name="answer" value="no">不同意</button></div></form>
                """)
    }
}
