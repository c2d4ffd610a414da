using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>A line without axes: only the shape of a series. Missing values are bridged. Decorative; the figures stand beside it.</summary>
public sealed partial class Sparkline
{
    private const double Width = 100;
    private const double Top = 3;
    private const double Bottom = 26;

    private string _points = "";
    private string _area = "";

    [Parameter, EditorRequired] public required IReadOnlyList<double?> Values { get; set; }

    protected override void OnParametersSet()
    {
        var known = Values.Select((value, index) => (value, index)).Where(pair => pair.value is not null).ToList();
        if (known.Count < 2)
        {
            (_points, _area) = ("", "");
            return;
        }

        var low = known.Min(pair => pair.value!.Value);
        var spread = Math.Max(known.Max(pair => pair.value!.Value) - low, 1e-9);
        var points = known.Select(pair => string.Create(
            CultureInfo.InvariantCulture,
            $"{Width * pair.index / (Values.Count - 1):0.##},{Bottom - (Bottom - Top) * (pair.value!.Value - low) / spread:0.##}"));
        _points = string.Join(' ', points);
        _area = $"0,28 {_points} 100,28";
    }
}
