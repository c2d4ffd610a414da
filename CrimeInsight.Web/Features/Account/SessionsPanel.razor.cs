using CrimeInsight.Core.People;
using CrimeInsight.Web.Features.SignIn;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Security;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Account;

/// <summary>The devices a person is signed in on, and the way to sign them out.</summary>
public sealed partial class SessionsPanel
{
    private readonly CancellationTokenSource _lifetime = new();
    private IReadOnlyList<SignInSession> _sessions = [];
    private PanelState _state = PanelState.Loading;
    private Guid? _currentId;

    [Inject]
    public required IStringLocalizer<AccountText> Text { get; init; }

    [Inject]
    public required DisplayFormat Format { get; init; }

    [Inject]
    public required SessionEnding Sessions { get; init; }

    [Inject]
    public required ShellServices Shell { get; init; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Parameter, EditorRequired]
    public Viewer? Viewer { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (Viewer is null || _state == PanelState.Ready)
            return;
        _currentId = PersonClaims.SessionOf((await Authentication).User);
        await LoadAsync();
    }

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
    }

    private async Task LoadAsync()
    {
        try
        {
            var sessions = await Sessions.ListAsync(Viewer!, _lifetime.Token);
            _sessions = [.. sessions.OrderByDescending(session => session.Id == _currentId)];
            _state = PanelState.Ready;
        }
        catch (Exception) when (!_lifetime.IsCancellationRequested)
        {
            _state = PanelState.Error;
        }
    }

    private async Task EndAsync(SignInSession session)
    {
        await Sessions.EndAsync(Viewer!, session.Id, _lifetime.Token);
        Shell.Notices.Add(Text[nameof(AccountText.SessionEnded)], Severity.Success);
        await LoadAsync();
    }

    private async Task EndAllAsync()
    {
        var isSure = await ConfirmDialog.AskAsync(
            Shell.Dialogs,
            Text[nameof(AccountText.SignOutEverywhere)],
            Text[nameof(AccountText.SignOutEverywhereAsk)],
            Text[nameof(AccountText.SignOutEverywhere)],
            isDestructive: true);
        if (!isSure)
            return;
        await Sessions.EndAllAsync(Viewer!, _lifetime.Token);
        Shell.Navigation.NavigateTo($"{AppUrls.SignIn}?signedOut=true", forceLoad: true);
    }

    private string NameOf(SignInSession session) => DeviceName.Parse(session.Device) is var (browser, system)
        ? Text[nameof(AccountText.DeviceOn), browser, system]
        : Text[nameof(AccountText.DeviceUnknown)];

    private static string IconOf(SignInSession session) => DeviceName.Parse(session.Device)?.System is "Android" or "iPhone" or "iPad"
        ? Icons.Material.Rounded.Smartphone
        : Icons.Material.Rounded.Computer;
}
