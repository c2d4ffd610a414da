using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.Hotspots;

/// <summary>A method whose findings are shown on the map, as a list and as a table. What most methods have is said here.</summary>
public abstract class HotspotMapPresenter : IHotspotPresenter
{
    public abstract string Key { get; }

    public virtual IEnumerable<string> Keys => [NameKey, QuestionKey, MeansKey, LevelKey, .. UsedKeys];

    public abstract string Icon { get; }

    /// <summary>Its name.</summary>
    public abstract string NameKey { get; }

    /// <summary>What it asks of the data, in a sentence.</summary>
    public abstract string QuestionKey { get; }

    /// <summary>What a finding of it means.</summary>
    public abstract string MeansKey { get; }

    /// <summary>How many tests were made, and how many findings may be chance.</summary>
    public virtual string LevelKey => nameof(HotspotsText.MeansLevel);

    public abstract IEnumerable<SettingChoice> Choices { get; }

    /// <summary>There is something to see before correction, or before any test.</summary>
    public virtual bool HasViews => false;

    /// <summary>Texts of <see cref="MadeWith"/>.</summary>
    protected abstract IEnumerable<string> UsedKeys { get; }

    public abstract HotspotSettings SettingsOf(HotspotDetail detail);

    public abstract IEnumerable<string> MadeWith(HotspotReport report, HotspotTextFormat words);

    /// <summary>Its cases can be compared with other crimes or with earlier years there.</summary>
    public virtual bool HasBackgrounds(Scope scope) => false;

    /// <summary>What was found, in a sentence.</summary>
    public virtual string Summary(FindingsReport report, HotspotTextFormat words)
    {
        var (found, after, all) = (report.Findings.Count, words.Format.Number(report.After), words.Format.Number(report.Marks.Length));
        return found switch
        {
            0 => words.Text[nameof(HotspotsText.SummaryNone), words.Format.Number(report.Tested)],
            1 => words.Text[nameof(HotspotsText.SummaryOne), after, all],
            _ => words.Text[nameof(HotspotsText.Summary), words.Format.Number(found), after, all],
        };
    }

    /// <summary>Above a map.</summary>
    public virtual string Caption(FindingsReport report, bool isBefore, HotspotTextFormat words) => words.Text[
        isBefore ? nameof(HotspotsText.CaptionBefore) : nameof(HotspotsText.CaptionAfter),
        words.Format.Number(isBefore ? report.Before : report.After), words.Format.Number(report.Marks.Length)];

    /// <summary>How many tests were made, and how many findings may be chance.</summary>
    public virtual string Level(FindingsReport report, HotspotTextFormat words) =>
        words.Text[LevelKey, words.Format.Number(report.Tested), words.Format.Number(report.Replicas), words.Percent(report.Used.Significance)];

    /// <summary>What else a finding means.</summary>
    public virtual IEnumerable<string> AlsoMeans(FindingsReport report, HotspotTextFormat words) => [];

    /// <summary>What cases were compared with; null when by nothing but chance.</summary>
    public virtual Comparison? ComparisonOf(FindingsReport report) => null;

    /// <summary>What the reader should know beside the map.</summary>
    public virtual IEnumerable<string> Notes(FindingsReport report, HotspotTextFormat words) => [];

    /// <summary>Cases beside what is expected.</summary>
    public virtual string EvidenceKey(FindingsReport report) => ComparisonOf(report)?.Background switch
    {
        CaseBackground.OtherCrimes => nameof(HotspotsText.EvidenceOtherCrimes),
        CaseBackground.EarlierYears => nameof(HotspotsText.EvidenceEarlierYears),
        _ => nameof(HotspotsText.Evidence),
    };

    /// <summary>What was tested of places among their neighbours; null when nothing more than the finding.</summary>
    public virtual string? Around(HotspotFinding finding, HotspotTextFormat words) => null;

    public virtual string When(HotspotFinding finding, HotspotTextFormat words) => words.Format.Period(finding.Period);

    /// <summary>A finding through the months; null when it was not followed.</summary>
    public virtual FindingHistory? HistoryOf(HotspotFinding finding) => null;

    /// <summary>What is drawn before any test.</summary>
    public virtual ImmutableArray<PlainOutline> PlainOf(FindingsReport report) => [];

    /// <summary>The circle around a finding; null: its places, or its outline.</summary>
    public virtual (GeoPoint Centre, double Metres)? CircleOf(HotspotFinding finding) => null;
}
