using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Shared.Tables;

/// <summary>Words for what a case records by code.</summary>
public static class CaseWords
{
    public static TextKey Of(Gender gender) => TextKey.Of<QueryText>(gender switch
    {
        Gender.Male => nameof(QueryText.GenderMale),
        Gender.Female => nameof(QueryText.GenderFemale),
        Gender.Transgender => nameof(QueryText.GenderTransgender),
        _ => nameof(QueryText.GenderUnknown),
    });

    public static TextKey Of(AgeBand band) => TextKey.Of<QueryText>(band switch
    {
        AgeBand.Below6 => nameof(QueryText.AgeBelow6),
        AgeBand.From6To11 => nameof(QueryText.AgeFrom6To11),
        AgeBand.From12To15 => nameof(QueryText.AgeFrom12To15),
        AgeBand.From16To17 => nameof(QueryText.AgeFrom16To17),
        AgeBand.From18To29 => nameof(QueryText.AgeFrom18To29),
        AgeBand.From30To44 => nameof(QueryText.AgeFrom30To44),
        AgeBand.From45To59 => nameof(QueryText.AgeFrom45To59),
        AgeBand.From60 => nameof(QueryText.AgeFrom60),
        _ => nameof(QueryText.AgeUnknown),
    });

    public static TextKey Of(LegalStatus status) => TextKey.Of<QueryText>(status switch
    {
        LegalStatus.Chargesheeted => nameof(QueryText.StatusChargesheeted),
        LegalStatus.Closed => nameof(QueryText.StatusClosed),
        LegalStatus.Convicted => nameof(QueryText.StatusConvicted),
        LegalStatus.Acquitted => nameof(QueryText.StatusAcquitted),
        _ => nameof(QueryText.StatusUnderInvestigation),
    });
}
