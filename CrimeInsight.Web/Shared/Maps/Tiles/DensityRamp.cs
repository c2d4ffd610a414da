using System.Collections.Immutable;

namespace CrimeInsight.Web.Shared.Maps.Tiles;

/// <summary>
/// Colours of the density map: transparent at 0, then ever further from the background in lightness, so that order is seen
/// without telling hues apart. Hue runs from yellow to violet, safe for the common colour-vision deficiencies.
/// </summary>
public sealed class DensityRamp
{
    /// <summary>Entries of the palette; index 0 is transparent.</summary>
    public const int Length = 128;

    private DensityRamp(params ReadOnlySpan<uint> stops) => Palette = Interpolate(stops);

    /// <summary>On a light map: pale yellow to near black.</summary>
    public static DensityRamp Light { get; } = new(0xFFE08A00, 0xFDB84E8C, 0xF2803AB4, 0xD44A4ACC, 0xA1296BDC, 0x5F187FE6, 0x1E0B45F0);

    /// <summary>On a dark map: deep violet to pale yellow.</summary>
    public static DensityRamp Dark { get; } = new(0x3B0F7000, 0x641A808C, 0x9E2F7FB4, 0xD8456CCC, 0xF7735CDC, 0xFEB078E6, 0xFCF3BDF0);

    /// <summary>Red, green, blue, alpha by index.</summary>
    public ImmutableArray<uint> Palette { get; }

    /// <summary>CSS colours for a legend, from low to high.</summary>
    public IReadOnlyList<string> Legend(int colours) =>
        [.. Enumerable.Range(1, colours).Select(i => $"#{Palette[i * (Length - 1) / colours]:x8}")];

    private static ImmutableArray<uint> Interpolate(ReadOnlySpan<uint> stops)
    {
        var palette = ImmutableArray.CreateBuilder<uint>(Length);
        for (var i = 0; i < Length; i++)
        {
            var position = (double)i / (Length - 1) * (stops.Length - 1);
            var stop = Math.Min((int)position, stops.Length - 2);
            palette.Add(Mix(stops[stop], stops[stop + 1], position - stop));
        }

        return palette.MoveToImmutable();
    }

    private static uint Mix(uint from, uint until, double share)
    {
        var mixed = 0u;
        for (var shift = 0; shift < 32; shift += 8)
            mixed |= (uint)Math.Round((1 - share) * ((from >> shift) & 255) + share * ((until >> shift) & 255)) << shift;
        return mixed;
    }
}
