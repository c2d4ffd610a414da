using System.Globalization;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.SignIn;

/// <summary>Sign-in: a static page that works without scripts.</summary>
public sealed partial class SignInPage
{
    private IReadOnlyList<Person> _demoAccounts = [];
    private ReferenceData? _reference;
    private string? _error;
    private string? _notice;
    private bool _needsAdmin;

    [Inject]
    public required IStringLocalizer<SignInText> Text { get; init; }

    [Inject]
    public required IStringLocalizer<SharedText> Shared { get; init; }

    [Inject]
    public required DisplayFormat Format { get; init; }

    [Inject]
    public required SignInFlow Flow { get; init; }

    [Inject]
    public required SignInDisplay Display { get; init; }

    [Inject]
    public required SignInThrottle Throttle { get; init; }

    [Inject]
    public required DemoCatalogue Demos { get; init; }

    [Inject]
    public required FirstAdminDoor FirstAdmin { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    public SignInForm? Form { get; set; }

    [SupplyParameterFromForm(FormName = "demo")]
    public DemoForm? Demo { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery(Name = "signedOut")]
    public bool SignedOut { get; set; }

    [SupplyParameterFromQuery(Name = "expired")]
    public bool Expired { get; set; }

    private string? _errorId => _error is null ? null : "sign-in-error";

    protected override async Task OnInitializedAsync()
    {
        if (HttpMethods.IsGet(Context.Request.Method) && Context.User.Identity?.IsAuthenticated == true)
        {
            Navigation.NavigateTo(AppUrls.Local(ReturnUrl));
            return;
        }

        _notice = NoticeText();
        (_demoAccounts, _reference) = await Demos.ListAsync(Context.RequestAborted);
        _needsAdmin = _demoAccounts.Count == 0 && await FirstAdmin.IsOpenAsync(Context.RequestAborted);
    }

    private string? NoticeText()
    {
        if (Expired)
            return Text[nameof(SignInText.FormExpired)];
        if (SignedOut)
            return Text[nameof(SignInText.SignedOut)];
        return AppUrls.Local(ReturnUrl) == AppUrls.Overview ? null : Text[nameof(SignInText.SessionEnded)].Value;
    }

    private async Task SubmitAsync()
    {
        if (string.IsNullOrWhiteSpace(Form?.UserName))
            _error = Text[nameof(SignInText.UserNameMissing)];
        else if (string.IsNullOrEmpty(Form.Password))
            _error = Text[nameof(SignInText.PasswordMissing)];
        else
            await ShowAsync(await Flow.SignInAsync(Context, Form.UserName.Trim(), Form.Password, Form.KeepSignedIn));
    }

    private async Task EnterAsync(Person person) => await ShowAsync(await Flow.EnterAsync(Context, person, isPersistent: false));

    private async Task EnterDemoAsync()
    {
        // Only what the page itself offers: the list is empty unless demo mode is on.
        if (_demoAccounts.FirstOrDefault(account => account.UserName == Demo?.UserName) is { } person)
            await ShowAsync(await Throttle.EnterDemoAsync(Context.Connection.RemoteIpAddress) is { } wait
                ? new SignInOutcome.Throttled(wait)
                : await Flow.EnterAsync(Context, person, isPersistent: false));
    }

    private async Task ShowAsync(SignInOutcome outcome)
    {
        switch (outcome)
        {
            case SignInOutcome.Succeeded succeeded:
                await Display.ApplyAsync(Context, succeeded.Person);
                Navigation.NavigateTo(AppUrls.Local(ReturnUrl));
                break;
            case SignInOutcome.FactorNeeded:
                Navigation.NavigateTo(AppUrls.FactorThen(AppUrls.Local(ReturnUrl)));
                break;
            case SignInOutcome.Throttled throttled:
                _error = Text[nameof(SignInText.Throttled), Format.Duration(throttled.Wait)];
                break;
            default:
                _error = Text[nameof(SignInText.Failed)];
                break;
        }
    }

    private string RoleName(Person account) => Shared[AccountMenu.RoleKey(account.Role)];

    private string PlaceOf(Person account)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var names = account.JurisdictionIds.Select(id => _reference?.Jurisdictions.Find(id)?.NameIn(language)).OfType<string>();
        return string.Join(" · ", names);
    }
}
