using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Controls;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Which column of the file says what. Every change is kept at once.</summary>
public sealed partial class MapStep : IDisposable
{
    private const string Own = "own";

    private static readonly string[] s_needed = ["occurred_from", "head_code"];
    private readonly CancellationTokenSource _lifetime = new();
    private IReadOnlyList<MappingChoice> _choices = [];
    private MappingDraft? _draft;
    private PanelState _state = PanelState.Loading;
    private string _chosen = Own;
    private string? _name;
    private string _json = "";
    private string? _jsonProblem;
    private bool _updates;

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required DataRoomWords Words { get; init; }

    [Inject] public required DataRoomDesk Desk { get; init; }

    [Inject] public required ShellServices Shell { get; init; }

    [Parameter, EditorRequired] public required UploadWork Work { get; set; }

    /// <summary>The mapping is another now.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    [Parameter] public EventCallback<StepRequest> OnCheck { get; set; }

    private IReadOnlyList<string> Missing => _draft!.Missing();

    private IEnumerable<ChoiceOption> Choices =>
    [
        .. _chosen == Own ? [new ChoiceOption(Own, Text[nameof(DataRoomText.MappingOwn)])] : Array.Empty<ChoiceOption>(),
        .. _choices.Select(choice => new ChoiceOption(choice.Key, NameOf(choice))),
    ];

    private string? Recognised => _choices.FirstOrDefault(choice => choice.Key == _chosen) switch
    {
        { Fits: true, Saved: { } saved } => Text[
            nameof(DataRoomText.RecognisedSaved), saved.Name, Format.Number(saved.Version), saved.SavedBy, Format.Instant(saved.SavedAt)].Value,
        { Fits: true, Name: { } name } => Text[nameof(DataRoomText.RecognisedShipped), name].Value,
        _ => null,
    };

    private string? Unread
    {
        get
        {
            var read = _draft!.Mapping.Columns.Values.SelectMany(column => column.From ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var names = Work.Sketch!.Columns.Where(column => column is { IsPersonal: false, Name.Length: > 0 } && !read.Contains(column.Name));
            var unread = string.Join(", ", names.Select(column => column.Name));
            return unread.Length > 0 ? Text[nameof(DataRoomText.UnreadColumns), unread].Value : null;
        }
    }

    private string Standing => Missing.Count == 0
        ? Text[nameof(DataRoomText.MappingComplete)]
        : Text[nameof(DataRoomText.MappingMissing), string.Join(", ", Missing.Select(Words.Missing))];

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        if (Work[StepKind.Check] is { Request: var asked })
            _updates = asked.Updates;
        return LoadAsync();
    }

    private static bool IsNeeded(string field) => s_needed.Contains(field);

    private async Task LoadAsync()
    {
        try
        {
            _choices = MappingChoice.For(Work.Sketch!, await Desk.MappingsAsync(_lifetime.Token));
            if (Work.Upload.MappingJson is { } kept)
                Show(MappingDraft.Parse(kept), Own);
            else
                Show(_choices[0].Draft, _choices[0].Key);
            _state = PanelState.Ready;
        }
        catch (ImportRefusedException)
        {
            Show(_choices[0].Draft, _choices[0].Key);
            _state = PanelState.Ready;
        }
        catch (Exception) when (!_lifetime.IsCancellationRequested)
        {
            _state = PanelState.Error;
        }
    }

    private void Show(MappingDraft draft, string key)
    {
        (_draft, _chosen, _json, _jsonProblem) = (draft, key, draft.ToJson(), null);
        _name ??= draft.Mapping.Name;
    }

    private string NameOf(MappingChoice choice) => choice.Name is { } name
        ? choice.Saved is { } saved ? Text[nameof(DataRoomText.MappingVersion), name, Format.Number(saved.Version)] : name
        : Text[nameof(DataRoomText.MappingSuggested)];

    private Task ChooseAsync(string key) =>
        _choices.FirstOrDefault(choice => choice.Key == key) is { } choice ? KeepAsync(choice.Draft, key) : Task.CompletedTask;

    // What was checked otherwise no longer holds.
    private Task UpdateAsync(bool updates)
    {
        _updates = updates;
        return KeepAsync(_draft!, _chosen);
    }

    private Task PrepareAsync(PreparationPlan plan) =>
        KeepAsync(new MappingDraft(_draft!.Mapping with { Prepare = plan == PreparationPlan.Default ? null : plan }), Own);

    private Task ChangeAsync(string field, ColumnMapping? column) => KeepAsync(_draft!.With(field, column), Own);

    private Task ApplyAsync(ChangeEventArgs change)
    {
        _json = (string?)change.Value ?? "";
        try
        {
            return KeepAsync(MappingDraft.Parse(_json), Own);
        }
        catch (ImportRefusedException refused)
        {
            _jsonProblem = Words.Of(new StepProblem(refused.Problem, refused.Details));
            return Task.CompletedTask;
        }
    }

    private async Task KeepAsync(MappingDraft draft, string key)
    {
        Show(draft, key);
        await TryAsync(() => Desk.KeepMappingAsync(Work.Upload.Id, _json, _lifetime.Token));
        await OnChanged.InvokeAsync();
    }

    private async Task SaveAsync()
    {
        if (string.IsNullOrWhiteSpace(_name))
        {
            Shell.Notices.Add(Text[nameof(DataRoomText.MappingNameNeeded)], Severity.Warning);
            return;
        }

        await TryAsync(async () =>
        {
            var named = new MappingDraft(_draft!.Mapping with { Name = _name.Trim() });
            var saved = await Desk.SaveMappingAsync(_name.Trim(), Work.Sketch!.Fingerprint, named.ToJson(), _lifetime.Token);
            _choices = MappingChoice.For(Work.Sketch!, await Desk.MappingsAsync(_lifetime.Token));
            await KeepAsync(named, $"saved:{saved.Name}");
            Shell.Notices.Add(Text[nameof(DataRoomText.MappingSaved), saved.Name, Format.Number(saved.Version)], Severity.Success);
        });
    }

    private async Task CheckAsync()
    {
        await TryAsync(() => Desk.KeepMappingAsync(Work.Upload.Id, _json, _lifetime.Token));
        await OnCheck.InvokeAsync(new StepRequest(_json, Updates: _updates, Choice: Work.Choice));
    }

    private async Task TryAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception) when (!_lifetime.IsCancellationRequested)
        {
            Shell.Notices.Add(Text[nameof(DataRoomText.ActionFailed)], Severity.Error);
        }
    }
}
