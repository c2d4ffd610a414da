using System.Collections.Immutable;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Months of places whose stored cases the file's may replace. Chosen ones are checked anew, so that what would change is seen first.</summary>
public sealed partial class SupersedeChoice
{
    private const int Most = 12;

    private HashSet<SupersededMonth> _chosen = [];
    private ImmutableArray<SupersededMonth> _asked;
    private ReferenceData? _reference;
    private bool _showsAll;

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required ForesightDesk Desk { get; init; }

    [Parameter, EditorRequired] public required ImmutableArray<StoredMonth> Months { get; set; }

    /// <summary>Those that the check was asked to replace.</summary>
    [Parameter, EditorRequired] public required ImmutableArray<SupersededMonth> Asked { get; set; }

    [Parameter] public EventCallback<ImmutableArray<SupersededMonth>> OnCheck { get; set; }

    private ImmutableArray<SupersededMonth> Chosen => [.. _chosen.OrderBy(month => month.Month).ThenBy(month => month.PlaceCode, StringComparer.Ordinal)];

    private bool HasChanged => !_chosen.SetEquals(Asked);

    protected override async Task OnInitializedAsync() => _reference = await Desk.ReferenceAsync(CancellationToken.None);

    protected override void OnParametersSet()
    {
        if (!_asked.IsDefault && _asked.SequenceEqual(Asked))
            return;
        (_asked, _chosen) = (Asked, [.. Asked]);
    }

    private static SupersededMonth KeyOf(StoredMonth month) => new(month.Place, month.Month.First);

    private void Choose(StoredMonth month, bool isChosen)
    {
        if (isChosen)
            _chosen.Add(KeyOf(month));
        else
            _chosen.Remove(KeyOf(month));
    }
}
