using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Controls;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.AuditTrail;

/// <summary>Who did what, when: the trail within an administrator's rights, the newest first. The address says which rows.</summary>
public sealed partial class AuditPage
{
    private readonly CancellationTokenSource _lifetime = new();
    private AuditChoice _choice = new();
    private IReadOnlyList<AuditRecord> _rows = [];
    private PanelState _state = PanelState.Loading;
    private string? _person;
    private string? _action;
    private string? _subject;
    private string? _address;
    private DateOnly? _from;
    private DateOnly? _until;

    [Inject] public required IStringLocalizer<TrailText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required IAuditReader Audit { get; init; }

    [Inject] public required IViewerAccessor Viewers { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    private IEnumerable<ChoiceOption> Actions =>
    [
        new("", Text[nameof(TrailText.AnyAction)]),
        .. ActionWords.All.Select(action => new ChoiceOption(action, WordsOf(action))).OrderBy(option => option.Text, StringComparer.CurrentCulture),
    ];

    public void Dispose()
    {
        Navigation.LocationChanged -= Follow;
        _lifetime.Cancel();
        _lifetime.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        Navigation.LocationChanged += Follow;
        return LoadAsync();
    }

    private void Follow(object? sender, LocationChangedEventArgs change)
    {
        if (!_lifetime.IsCancellationRequested)
            _ = InvokeAsync(async () =>
            {
                await LoadAsync();
                StateHasChanged();
            });
    }

    private async Task LoadAsync()
    {
        _choice = AuditChoice.Parse(new Uri(Navigation.Uri).Query);
        (_person, _action, _subject, _address, _from, _until) =
            (_choice.Person, _choice.Action, _choice.Subject, _choice.Address, _choice.From, _choice.Until);
        try
        {
            _rows = await Viewers.GetAsync(_lifetime.Token) is { } viewer
                ? await Audit.ListAsync(viewer, _choice.ToSelection(AuditChoice.PageRows + 1), _lifetime.Token)
                : [];
            _state = _rows.Count == 0 ? PanelState.Empty : PanelState.Ready;
        }
        catch (Exception) when (!_lifetime.IsCancellationRequested)
        {
            _state = PanelState.Error;
        }
    }

    private void ChooseAction(string action) => _action = action;

    private void Apply() => Navigation.NavigateTo(new AuditChoice(_person, _action, _subject, _address, _from, _until).Url);

    private string WordsOf(string action) => ActionWords.KeyOf(action) is { } key ? Text[key] : action;
}
