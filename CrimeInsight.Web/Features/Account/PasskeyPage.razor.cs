using System.Buffers.Text;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Features.SignIn;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Account;

/// <summary>A person's own passkeys: a static page, as all that opens accounts.</summary>
public sealed partial class PasskeyPage
{
    private Person? _person;
    private IList<UserPasskeyInfo> _passkeys = [];
    private string _options = "";
    private string? _error;
    private string? _notice;

    [Inject] public required IStringLocalizer<AccountText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required UserManager<Person> People { get; init; }

    [Inject] public required PasskeyDoor Door { get; init; }

    [Inject] public required SignInDoors Doors { get; init; }

    [CascadingParameter] public required HttpContext Context { get; set; }

    [SupplyParameterFromForm] public PasskeyForm? Passkey { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Context.Response.Headers.CacheControl = "no-store";
        _person = await People.GetUserAsync(Context.User);
        if (_person?.PasswordHash is null)
            return;
        _passkeys = await Door.ListAsync(_person);
        _options = await Door.OfferAsync(Context, _person);
    }

    private static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    private async Task AddAsync()
    {
        if (!await KnowsPasswordAsync())
            return;
        if (await Door.AddAsync(Context, _person!, Passkey?.Name, Passkey?.Credential))
            _notice = Text[nameof(AccountText.PasskeyAdded)];
        else
            _error = Text[nameof(AccountText.PasskeyFailed)];
        _passkeys = await Door.ListAsync(_person!);
    }

    private async Task RemoveAsync()
    {
        if (!await KnowsPasswordAsync() || _passkeys.FirstOrDefault(passkey => IdOf(passkey) == Passkey?.Id) is not { } gone)
            return;
        if (_passkeys.Count == 1 && await Doors.IsLastFactorAsync(_person!))
        {
            _error = Text[nameof(AccountText.FactorNeeded)];
            return;
        }

        await Door.RemoveAsync(_person!, gone.CredentialId);
        _notice = Text[nameof(AccountText.PasskeyRemoved)];
        _passkeys = await Door.ListAsync(_person!);
    }

    private async Task<bool> KnowsPasswordAsync()
    {
        if (_person?.PasswordHash is not null && await Doors.Password.KnowsPasswordAsync(Context, _person, Passkey?.Password ?? ""))
            return true;
        _error = Text[nameof(AccountText.PasskeyPasswordWrong)];
        return false;
    }
}
