using CrimeInsight.Core.Import.Likeness;
using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Records of a file that may be one case with another of it, or with a stored one, the most probable first.</summary>
public sealed partial class LikelyFindings : ForesightPart
{
    private const int Most = 5;

    private IReadOnlyList<LikelyPair> _pairs = [];

    [Parameter, EditorRequired] public required LikelySummary Likely { get; set; }

    protected override async Task ReadAsync() => _pairs = await Desk.PairsAsync(Upload, Most, CancellationToken.None);
}
