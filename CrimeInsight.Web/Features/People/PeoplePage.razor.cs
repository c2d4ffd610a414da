using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Controls;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.People;

/// <summary>The people within an administrator's jurisdictions: who they are, what they may see, and the way in for them.</summary>
public sealed partial class PeoplePage : LoadedComponent
{
    private const int MostAtOnce = 100;

    private IReadOnlyList<ManagedPerson> _people = [];
    private List<ManagedPerson> _found = [];
    private IReadOnlyList<IssuedCode> _codes = [];
    private PeopleFilter _filter = new();
    private ReferenceData? _reference;
    private Viewer? _viewer;
    private int _most = MostAtOnce;
    private bool _showsFile;

    [Inject] public required IStringLocalizer<PeopleText> Text { get; init; }

    [Inject] public required IStringLocalizer<SharedText> Shared { get; init; }

    [Inject] public required PeopleServices Services { get; init; }

    [Inject] public required ShellServices Shell { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    private string? Summary =>
        State == PanelState.Ready ? Text[nameof(PeopleText.Count), Format.Number(_found.Count), Format.Number(_people.Count)].Value : null;

    private IEnumerable<ChoiceOption> RoleOptions =>
    [
        new("", Text[nameof(PeopleText.Any)]),
        .. Enum.GetValues<PersonRole>().Select(role => new ChoiceOption(role.ToString(), Shared[AccountMenu.RoleKey(role)])),
    ];

    private IEnumerable<ChoiceOption> StateOptions =>
    [
        new("", Text[nameof(PeopleText.Any)]),
        .. Enum.GetValues<PersonState>().Select(state => new ChoiceOption(state.ToString(), Text[PersonWords.KeyOf(state)])),
    ];

    protected override async Task<PanelState> ReadAsync()
    {
        _reference = await Services.References.GetAsync(Lifetime);
        _viewer = await Services.Viewers.GetAsync(Lifetime);
        _people = _viewer is null ? [] : await Services.People.ListAsync(_viewer, Lifetime);
        Find(_filter);
        return _people.Count == 0 ? PanelState.Empty : PanelState.Ready;
    }

    private void Find(PeopleFilter filter)
    {
        _filter = filter;
        _found = [.. filter.Of(_people, _reference!)];
    }

    private void Search(ChangeEventArgs typed) => Find(_filter with { Text = typed.Value as string ?? "" });

    private void ChooseRole(string role) => Find(_filter with { Role = Enum.TryParse<PersonRole>(role, out var chosen) ? chosen : null });

    private void ChooseState(string state) => Find(_filter with { State = Enum.TryParse<PersonState>(state, out var chosen) ? chosen : null });

    private void ShowMore() => _most += MostAtOnce;

    private void ToggleFile() => _showsFile = !_showsFile;

    private async Task ShowAsync(IReadOnlyList<IssuedCode> codes)
    {
        _showsFile = false;
        _codes = [.. codes, .. _codes];
        Shell.Notices.Add(Text[nameof(PeopleText.FileDone)], Severity.Success);
        await LoadAsync();
    }

    private void ForgetCodes() => _codes = [];

    private Task InviteAsync() => AskAsync(null);

    private async Task AskAsync(ManagedPerson? person)
    {
        if (_viewer is null || await PersonDialog.AskAsync(Shell.Dialogs, _viewer, _reference!, person) is not { } codes)
            return;
        if (person is not null)
            Shell.Notices.Add(Text[nameof(PeopleText.Changed), person.DisplayName], Severity.Success);
        _codes = [.. codes, .. _codes];
        await LoadAsync();
    }

    private async Task ActAsync(ManagedPerson person, PersonAct act)
    {
        if (act == PersonAct.Change)
        {
            await AskAsync(person);
            return;
        }

        if (!await IsSureAsync(person, act))
            return;
        try
        {
            await DoAsync(person, act);
        }
        catch (PersonRefusedException)
        {
            Shell.Notices.Add(Text[nameof(PeopleText.NotAllowed)], Severity.Warning);
        }
        catch (Exception) when (!IsLeft)
        {
            Shell.Notices.Add(Text[nameof(PeopleText.ActionFailed)], Severity.Error);
        }

        await LoadAsync();
    }

    private async Task<bool> IsSureAsync(ManagedPerson person, PersonAct act)
    {
        var (title, ask) = act switch
        {
            PersonAct.Reset => (nameof(PeopleText.Reset), nameof(PeopleText.ResetAsk)),
            PersonAct.Disable => (nameof(PeopleText.Disable), nameof(PeopleText.DisableAsk)),
            PersonAct.EndSessions => (nameof(PeopleText.EndSessions), nameof(PeopleText.EndSessionsAsk)),
            PersonAct.ResetFactor => (nameof(PeopleText.ResetFactor), nameof(PeopleText.ResetFactorAsk)),
            _ => (nameof(PeopleText.Enable), ""),
        };
        return ask.Length == 0
            || await ConfirmDialog.AskAsync(Shell.Dialogs, Text[title], Text[ask, person.DisplayName], Text[title], isDestructive: true);
    }

    private async Task DoAsync(ManagedPerson person, PersonAct act)
    {
        var people = Services.People;
        switch (act)
        {
            case PersonAct.Reset:
                _codes = [await people.ResetAsync(_viewer!, person, Lifetime), .. _codes.Where(code => code.UserName != person.UserName)];
                break;
            case PersonAct.EndSessions:
                var ended = await people.EndSessionsAsync(_viewer!, person.Id, Lifetime);
                Shell.Notices.Add(Text[nameof(PeopleText.SessionsEnded), Format.Number(ended)], Severity.Success);
                break;
            case PersonAct.ResetFactor:
                await people.ResetFactorAsync(_viewer!, person.Id, Lifetime);
                Shell.Notices.Add(Text[nameof(PeopleText.Changed), person.DisplayName], Severity.Success);
                break;
            default:
                await people.EnableAsync(_viewer!, person.Id, act == PersonAct.Enable, Lifetime);
                Shell.Notices.Add(Text[nameof(PeopleText.Changed), person.DisplayName], Severity.Success);
                break;
        }
    }
}
