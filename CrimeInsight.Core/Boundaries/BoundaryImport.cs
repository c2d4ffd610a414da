using System.Collections.Immutable;
using System.Security.Cryptography;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Import.Judging;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace CrimeInsight.Core.Boundaries;

/// <summary>Makes a file of boundaries a draft: read, turned, repaired, matched, joined and compared.</summary>
internal static class BoundaryImport
{
    /// <param name="level">Null: found from the columns.</param>
    public static BoundaryDraft Read(byte[] content, BoundaryLevel? level, BoundaryGround ground, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        try
        {
            var raw = ShapeFile.Read(content);
            var isTurned = IsTurned(raw);
            var (areas, outside, unreadable) = Areas(raw, isTurned, cancellationToken);
            if (areas.Count == 0)
                return BoundaryDraft.Refused(outside > 0 ? BoundaryProblem.OutsideIndia : BoundaryProblem.NoAreas, sha256);
            if (new ColumnFinder(areas, ground).Find(level) is not { } matcher)
                return BoundaryDraft.Refused(BoundaryProblem.NoNames, sha256);
            cancellationToken.ThrowIfCancellationRequested();
            var shapes = AreaCoverage.Of([.. areas.Select(area => area.Geometry)], matcher.Level);
            cancellationToken.ThrowIfCancellationRequested();
            ImmutableArray<DraftShape> drafts = [.. areas.Zip(shapes).Where(pair => pair.Second is not null)
                .Select(pair => matcher.Match(pair.First).ToDraft(pair.First, BoundaryGrid.ToShape(pair.Second!)))];
            return new BoundaryDraft(null, matcher.Level, sha256, BoundaryComparison.With(drafts, ground.Drawn, Codes(drafts)))
            {
                IsTurned = isTurned,
                Outside = outside,
                Unreadable = unreadable + areas.Count - drafts.Length,
                Columns = matcher.Columns,
                Ground = ground,
            };
        }
        catch (ShapeFileException refused)
        {
            return BoundaryDraft.Refused(refused.Problem, sha256);
        }
    }

    private static HashSet<string> Codes(ImmutableArray<DraftShape> drafts) => [.. drafts.Select(draft => draft.Code).OfType<string>()];

    private static (List<FileArea> Areas, int Outside, int Unreadable) Areas(
        IReadOnlyList<RawShape> raw, bool isTurned, CancellationToken cancellationToken)
    {
        var (areas, outside, unreadable) = (new List<FileArea>(raw.Count), 0, 0);
        for (var number = 1; number <= raw.Count; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (raw[number - 1].Geometry is not { } geometry)
                unreadable++;
            else if (!IsInIndia(geometry.EnvelopeInternal, isTurned))
                outside++;
            else if (AreaCoverage.Repair(isTurned ? Turn(geometry) : geometry) is { Area: { } area, IsRepaired: var isRepaired })
                areas.Add(new FileArea(number, area, isRepaired, geometry.NumPoints, raw[number - 1].Values));
            else
                unreadable++;
        }

        return (areas, outside, unreadable);
    }

    // In India longitudes are always more than latitudes, so the order of axes leaves no doubt.
    private static bool IsTurned(IReadOnlyList<RawShape> raw)
    {
        var (straight, turned, projected) = (0, 0, 0);
        foreach (var shape in raw)
        {
            if (shape.Geometry?.EnvelopeInternal is not { } box)
                continue;
            straight += IsInIndia(box, isTurned: false) ? 1 : 0;
            turned += IsInIndia(box, isTurned: true) ? 1 : 0;
            projected += IsInDegrees(box) ? 0 : 1;
        }

        return projected > straight + turned ? throw new ShapeFileException(BoundaryProblem.Projected) : turned > straight;
    }

    private static bool IsInDegrees(Envelope box) => box.MinX >= -180 && box.MaxX <= 180 && box.MinY >= -180 && box.MaxY <= 180;

    private static bool IsInIndia(Envelope box, bool isTurned) =>
        box.Centre is { } centre && PlaceChecker.IsInIndia(isTurned ? new GeoPoint(centre.X, centre.Y) : new GeoPoint(centre.Y, centre.X));

    private static Geometry Turn(Geometry geometry)
    {
        var turned = geometry.Copy();
        turned.Apply(new AxisSwap());
        turned.GeometryChanged();
        return turned;
    }

    private sealed class AxisSwap : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var (x, y) = (seq.GetX(i), seq.GetY(i));
            seq.SetX(i, y);
            seq.SetY(i, x);
        }
    }
}
