using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Tests.Core.Import;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("Name")]
    [InlineData("Victim Name")]
    [InlineData("victim_name")]
    [InlineData("ComplainantName")]
    [InlineData("Aadhaar No.")]
    [InlineData("AADHAR")]
    [InlineData("mobile_number")]
    [InlineData("Father's name")]
    [InlineData("Address")]
    [InlineData("e-mail")]
    [InlineData("पीड़ित का नाम")]
    [InlineData("கைபேசி எண்")]
    public void IsColumn_PersonalHeader_IsFound(string header) => Assert.True(PersonalData.IsColumn(header));

    [Theory]
    [InlineData("District Name")]
    [InlineData("state_name")]
    [InlineData("Police Station Name")]
    [InlineData("Victim Gender")]
    [InlineData("Date Reported")]
    [InlineData("Crime Description")]
    [InlineData("Company")]
    [InlineData("ज़िला")]
    public void IsColumn_OtherHeader_IsNot(string header) => Assert.False(PersonalData.IsColumn(header));

    [Theory]
    [InlineData("call 98765 43210 now", "call ▮▮▮ now")]
    [InlineData("+91-9876543210", "▮▮▮")]
    [InlineData("Aadhaar 1234 5678 9012.", "Aadhaar ▮▮▮.")]
    [InlineData("wrote from a.b@example.org twice", "wrote from ▮▮▮ twice")]
    [InlineData("on 12-03-2023 at 14:05 took 12,34,567", null)]
    [InlineData("broke the lock", null)]
    [InlineData("IMEI 123456789012345", null)]
    public void Blot_Words_HidesNumbersOfPersons(string words, string? expected) => Assert.Equal(expected, PersonalData.Blot(words));
}
