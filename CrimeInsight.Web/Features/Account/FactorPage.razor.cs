using CrimeInsight.Core.People;
using CrimeInsight.Core.Settings;
using CrimeInsight.Web.Features.SignIn;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Account;

/// <summary>A person's own second factor: a static page, so that secrets travel in its answer and nowhere else.</summary>
public sealed partial class FactorPage
{
    private Person? _person;
    private SecondFactor? _factor;
    private FactorOffer? _offer;
    private IReadOnlyList<string>? _codes;
    private string? _error;
    private string? _notice;

    [Inject] public required IStringLocalizer<AccountText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required UserManager<Person> People { get; init; }

    [Inject] public required ISettings Settings { get; init; }

    [Inject] public required FactorDoor Door { get; init; }

    [CascadingParameter] public required HttpContext Context { get; set; }

    [SupplyParameterFromForm] public FactorForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Context.Response.Headers.CacheControl = "no-store";
        _person = await People.GetUserAsync(Context.User);
        if (_person?.PasswordHash is null)
            return;
        _factor = await Door.FindAsync(_person);
        if (_factor is null)
            _offer = Door.Offer(_person, Form?.Token);
    }

    private async Task SetAsync()
    {
        if (_offer is null)
            return;
        _codes = await Door.SetAsync(_person!, Form?.Token, Form?.Code);
        if (_codes is null)
            _error = Text[nameof(AccountText.FactorFailed)];
        else
            _notice = Text[nameof(AccountText.FactorIsOn)];
    }

    private async Task RenewAsync()
    {
        if (await IsRightAsync())
            _codes = await Door.RenewRecoveryAsync(_person!);
    }

    private async Task RemoveAsync()
    {
        if ((await Settings.GetAsync(CancellationToken.None)).FactorFrom <= _person!.Role)
        {
            _error = Text[nameof(AccountText.FactorNeeded)];
            return;
        }

        if (!await IsRightAsync())
            return;
        await Door.RemoveAsync(_person);
        _notice = Text[nameof(AccountText.FactorIsOff)];
        _factor = null;
    }

    private async Task<bool> IsRightAsync()
    {
        if (_factor is not null && await Door.JudgeAsync(_person!, Form?.Code))
            return true;
        _error = Text[nameof(AccountText.FactorFailed)];
        return false;
    }
}
