-- The facts that clocks may use. This is the only SQL that knows tables: when a model changes, it
-- is mended here and nowhere else. Each fact is a CTE over the children in `scope`; periods are
-- half-open, `ends_on` null while open, `start_known` false for "on or before starts_on".

-- The child, with the days on which ages are reached: born on 29 February is 1 March, but in a leap
-- year, as the 4th and the 16th birthday always are. `recorded_from` is the day from which people
-- record here what is in no return.
child AS (
    SELECT
        casetrack_child.id AS child_id, authority_id, recorded_from, born_on, unaccompanied,
        siblings_id, sex, ethnicity,
        (born_on + interval '4 years')::date AS four_on,
        (born_on + interval '5 years')::date + feb29.shift AS five_on,
        (born_on + interval '16 years')::date AS sixteen_on,
        (born_on + interval '18 years')::date + feb29.shift AS eighteen_on
    FROM casetrack_child
    JOIN casetrack_authority ON casetrack_authority.id = authority_id
    CROSS JOIN LATERAL (
        SELECT CASE WHEN to_char(born_on, 'MMDD') = '0229' THEN 1 ELSE 0 END AS shift
    ) AS feb29
    WHERE casetrack_child.id IN (SELECT child_id FROM scope)
),

-- Periods of care, short breaks among them.
care AS (
    SELECT child_id, starts_on, ends_on, start_known
    FROM casetrack_careperiod
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Why periods of care ended.
care_end AS (
    SELECT child_id, ends_on, end_reason AS why
    FROM casetrack_careperiod
    WHERE ends_on IS NOT NULL AND child_id IN (SELECT child_id FROM scope)
),

-- Legal status: unbroken spells of one code.
status AS (
    SELECT
        child_id, code, lower(days) AS starts_on, upper(days) AS ends_on,
        known[array_position(starts, lower(days))] AS start_known
    FROM (
        SELECT
            child_id, code, range_agg(daterange(starts_on, ends_on)) AS spells,
            array_agg(starts_on) AS starts, array_agg(start_known) AS known
        FROM casetrack_legalstatus
        WHERE child_id IN (SELECT child_id FROM scope)
        GROUP BY child_id, code
    ) AS held
    CROSS JOIN LATERAL unnest(spells) AS days
),

short_break AS (
    SELECT child_id, starts_on, ends_on FROM status WHERE code IN ('V3', 'V4')
),

placement AS (
    SELECT
        child_id, starts_on, ends_on, start_known, end_reason, end_planned, meant_for, provider,
        type, home_id, upper(replace(postcode, ' ', '')) AS postcode,
        type IN ('T0', 'T1', 'T2', 'T3', 'T4') AS is_stay
    FROM placements_placement
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- How far a home is from the child's family, in miles; null where nobody worked it out.
home_distance AS (
    SELECT
        child_id, starts_on, ends_on, distance_miles AS miles,
        type IN ('T0', 'T1', 'T2', 'T3', 'T4') AS is_stay
    FROM placements_placement
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Temporary stays, one after the other taken together, from which the child returned to the same
-- home.
return_stay AS (
    SELECT
        stay.child_id, stay.days, before.type, before.provider, before.home_id, before.postcode
    FROM (
        SELECT child_id, unnest(range_agg(daterange(starts_on, ends_on))) AS days
        FROM placement WHERE is_stay GROUP BY child_id
    ) AS stay
    JOIN placement AS before
        ON before.child_id = stay.child_id AND before.ends_on = lower(days)
    JOIN placement AS after
        ON after.child_id = stay.child_id AND after.starts_on = upper(days)
        AND after.home_id = before.home_id
),

-- Where the child lives, a temporary stay with return to the same home counted as that home.
-- `home_id` is the carer's identity; a stay without return keeps its T code. How long a stay with
-- return was meant to be says nothing of the home.
lives AS (
    SELECT
        placement.child_id, starts_on, ends_on, start_known, end_reason, end_planned,
        CASE WHEN return_stay.child_id IS NULL THEN meant_for ELSE '' END AS meant_for,
        coalesce(return_stay.provider, placement.provider) AS provider,
        coalesce(return_stay.type, placement.type) AS type,
        coalesce(return_stay.home_id, placement.home_id) AS home_id,
        coalesce(return_stay.postcode, placement.postcode) AS postcode
    FROM placement
    LEFT JOIN return_stay
        ON return_stay.child_id = placement.child_id AND is_stay AND days @> starts_on
),

-- Unbroken spells of a kind of home: 'adoptive' is A3 to A6, a spell for each family; the others are
-- their code, whoever the carer is.
home_kind AS (
    SELECT
        child_id, kind, lower(days) AS starts_on, upper(days) AS ends_on,
        known[array_position(starts, lower(days))] AS start_known
    FROM (
        SELECT
            child_id, kind, range_agg(daterange(starts_on, ends_on)) AS spells,
            array_agg(starts_on) AS starts, array_agg(start_known) AS known
        FROM lives
        CROSS JOIN LATERAL (SELECT type IN ('A3', 'A4', 'A5', 'A6') AS is_adoptive) AS adoption
        CROSS JOIN LATERAL (
            SELECT
                CASE WHEN is_adoptive THEN 'adoptive' ELSE type END AS kind,
                CASE WHEN is_adoptive THEN home_id END AS family
        ) AS kinds
        GROUP BY child_id, kind, family
    ) AS held
    CROSS JOIN LATERAL unnest(spells) AS days
),

-- Homes by carer, in order: temporary stays, and homes wholly within short breaks, left out.
home AS (
    SELECT *, row_number() OVER (PARTITION BY child_id ORDER BY starts_on) AS nth
    FROM (
        SELECT
            child_id, lower(days) AS starts_on, upper(days) AS ends_on,
            types[array_position(starts, lower(days))] AS type,
            end_reasons[array_position(ends, upper(days))] AS end_reason
        FROM (
            SELECT
                child_id, range_agg(daterange(starts_on, ends_on)) AS spells,
                array_agg(starts_on) AS starts, array_agg(type) AS types,
                array_agg(ends_on) AS ends, array_agg(end_reason) AS end_reasons
            FROM lives
            WHERE type NOT IN ('T0', 'T1', 'T2', 'T3', 'T4')
            GROUP BY child_id, home_id
        ) AS held
        CROSS JOIN LATERAL unnest(spells) AS days
        WHERE NOT EXISTS (
            SELECT FROM short_break
            WHERE short_break.child_id = held.child_id
                AND daterange(short_break.starts_on, short_break.ends_on) @> days
        )
    ) AS homes
),

decision AS (
    SELECT child_id, decided_on, reversed_on
    FROM adoption_adoptiondecision
    WHERE child_id IN (SELECT child_id FROM scope)
),

match AS (
    SELECT child_id, decided_on, withdrawn_on
    FROM adoption_match
    WHERE child_id IN (SELECT child_id FROM scope)
),

review AS (
    SELECT
        id, child_id, held_on, in_parts, without_meeting, adjourned_on, completed_on,
        decisions_sent_on, answered_on, record_made_on, record_sent_on
    FROM permanence_review
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- How the child took part in each review, in the codes of the return; '' where it is not said.
review_participation AS (
    SELECT child_id, held_on, participation AS code
    FROM permanence_review
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Reviews whose day is set; `review_id` is what one became once it was held.
planned_review AS (
    SELECT id, child_id, review_id, planned_on, set_on, contact_on, reports_on, called_off_on
    FROM permanence_plannedreview
    WHERE child_id IN (SELECT child_id FROM scope)
),

plan AS (
    SELECT
        id, child_id, route, rank, starts_on, ends_on, start_known, endorsed_on, ratified_on,
        achieved_on
    FROM permanence_permanenceplan
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Social workers in order, one row for each stretch with the same person, gaps in it or not.
social_worker AS (
    SELECT *, row_number() OVER (PARTITION BY child_id ORDER BY starts_on) AS nth
    FROM (
        SELECT
            child_id, worker_id, spell,
            min(starts_on) AS starts_on,
            nullif(max(coalesce(ends_on, 'infinity')), 'infinity') AS ends_on
        FROM (
            SELECT *, count(*) FILTER (WHERE is_new) OVER turns AS spell
            FROM (
                SELECT
                    child_id, worker_id, starts_on, ends_on,
                    lag(worker_id) OVER turns IS DISTINCT FROM worker_id AS is_new
                FROM casetrack_allocation
                WHERE role = 'social-worker' AND child_id IN (SELECT child_id FROM scope)
                WINDOW turns AS (PARTITION BY child_id ORDER BY starts_on)
            ) AS turn
            WINDOW turns AS (PARTITION BY child_id ORDER BY starts_on)
        ) AS spells
        GROUP BY child_id, worker_id, spell
    ) AS stretches
),

-- Waits for an adoptive family under a placement order (E1): one from the start of each unbroken
-- spell, and a new one from the day an adoptive home ends, a match is withdrawn, or adoption is
-- decided again after a reversal, while the order goes on. A withdrawn match starts one only where
-- the child had not moved in and no later match stood. Neither a home nor a match starts one where
-- the decision for adoption is then reversed.
-- `placed_on` and `reversed_on` are the first such days of the wait (a reversal on its first day
-- counts unless adoption was decided again that day), `ends_on` the end of the order.
family_wait AS (
    SELECT
        began.*,
        (
            SELECT min(greatest(home_kind.starts_on, started_on)) FROM home_kind
            WHERE home_kind.child_id = began.child_id AND kind = 'adoptive'
                AND coalesce(home_kind.ends_on > started_on, true)
        ) AS placed_on,
        (
            SELECT min(reversed_on) FROM decision
            WHERE decision.child_id = began.child_id AND reversed_on >= started_on
                AND NOT EXISTS (
                    SELECT FROM decision AS anew
                    WHERE anew.child_id = began.child_id AND anew.decided_on = started_on
                        AND decision.reversed_on = started_on
                        AND coalesce(anew.reversed_on > started_on, true)
                )
        ) AS reversed_on
    FROM (
        SELECT
            child_id, starts_on AS order_on, starts_on AS started_on, start_known, ends_on,
            'order' AS began_with
        FROM status WHERE code = 'E1'
        UNION
        SELECT status.child_id, status.starts_on, home_kind.ends_on, true, status.ends_on, 'home'
        FROM status
        JOIN home_kind USING (child_id)
        WHERE code = 'E1' AND kind = 'adoptive' AND home_kind.ends_on > status.starts_on
            AND coalesce(home_kind.ends_on < status.ends_on, true)
        UNION
        SELECT status.child_id, status.starts_on, withdrawn_on, true, status.ends_on, 'match'
        FROM status
        JOIN match USING (child_id)
        WHERE code = 'E1' AND withdrawn_on > status.starts_on
            AND coalesce(withdrawn_on < status.ends_on, true)
            AND NOT EXISTS (
                SELECT FROM home_kind
                WHERE home_kind.child_id = status.child_id AND kind = 'adoptive'
                    AND home_kind.starts_on <= withdrawn_on
                    AND coalesce(home_kind.ends_on > match.decided_on, true)
            )
            AND NOT EXISTS (
                SELECT FROM match AS other
                WHERE other.child_id = status.child_id
                    AND other.decided_on > match.decided_on
                    AND other.decided_on <= match.withdrawn_on
                    AND coalesce(other.withdrawn_on > match.withdrawn_on, true)
            )
        UNION
        SELECT status.child_id, status.starts_on, decided_on, true, status.ends_on, 'decision'
        FROM status
        JOIN decision USING (child_id)
        WHERE code = 'E1' AND decided_on > status.starts_on
            AND coalesce(decided_on < status.ends_on, true)
            AND coalesce(reversed_on > decided_on, true)
            AND EXISTS (
                SELECT FROM decision AS earlier
                WHERE earlier.child_id = status.child_id
                    AND earlier.reversed_on BETWEEN status.starts_on AND decision.decided_on
            )
    ) AS began
    WHERE began_with = 'order' OR NOT EXISTS (
        SELECT FROM decision
        WHERE decision.child_id = began.child_id AND reversed_on <= started_on
            AND NOT EXISTS (
                SELECT FROM decision AS later
                WHERE later.child_id = began.child_id
                    AND later.decided_on BETWEEN decision.reversed_on AND started_on
                    AND coalesce(later.reversed_on > started_on, true)
            )
    )
),

-- Spells at one carer's home, a temporary stay with return counted as that home: whoever arranged
-- it. `planned_end` is whether its end was planned: 'yes', 'no', 'not-known' or ''.
stay AS (
    SELECT
        child_id, home_id, lower(days) AS starts_on, upper(days) AS ends_on,
        known[array_position(starts, lower(days))] AS start_known,
        types[array_position(starts, lower(days))] AS type,
        planned[array_position(ends, upper(days))] AS planned_end
    FROM (
        SELECT
            child_id, home_id, range_agg(daterange(starts_on, ends_on)) AS spells,
            array_agg(starts_on) AS starts, array_agg(start_known) AS known,
            array_agg(type) AS types, array_agg(ends_on) AS ends, array_agg(end_planned) AS planned
        FROM lives GROUP BY child_id, home_id
    ) AS held
    CROSS JOIN LATERAL unnest(spells) AS days
),

-- Days with a social worker, whoever it is: unbroken spells.
has_worker AS (
    SELECT child_id, lower(days) AS starts_on, upper(days) AS ends_on
    FROM (
        SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS spells
        FROM casetrack_allocation
        WHERE role = 'social-worker' AND child_id IN (SELECT child_id FROM scope)
        GROUP BY child_id
    ) AS held
    CROSS JOIN LATERAL unnest(spells) AS days
),

-- The team of the child's social worker; '' where the worker is in none.
worker_team AS (
    SELECT child_id, coalesce(team_id::text, '') AS team, starts_on, ends_on
    FROM casetrack_allocation
    JOIN casetrack_worker ON casetrack_worker.id = worker_id
    WHERE role = 'social-worker' AND child_id IN (SELECT child_id FROM scope)
),

officer AS (
    SELECT child_id, worker_id, starts_on, ends_on
    FROM casetrack_allocation
    WHERE role = 'iro' AND child_id IN (SELECT child_id FROM scope)
),

-- Orders; `expires_on` is the last day as extended, null where an order has none.
court_order AS (
    SELECT
        id, child_id, kind, made_on, made_known, ended_on, expires_on AS first_expires_on,
        greatest(expires_on, (
            SELECT max(until_on) FROM casetrack_orderextension AS extension
            WHERE extension.order_id = casetrack_courtorder.id
        )) AS expires_on
    FROM casetrack_courtorder
    WHERE child_id IN (SELECT child_id FROM scope)
),

order_extension AS (
    SELECT child_id, order_id, ordered_on, until_on
    FROM casetrack_orderextension
    WHERE child_id IN (SELECT child_id FROM scope)
),

discharge AS (
    SELECT id, child_id, order_id, applied_on, decided_on, outcome
    FROM casetrack_dischargeapplication
    WHERE child_id IN (SELECT child_id FROM scope)
),

liberty AS (
    SELECT id, child_id, starts_on, ends_on, expires_on
    FROM casetrack_deprivationofliberty
    WHERE child_id IN (SELECT child_id FROM scope)
),

liberty_review AS (
    SELECT child_id, deprivation_id, reviewed_on, outcome
    FROM casetrack_deprivationoflibertyreview
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Agreements with parents under section 20, and the days on which they were looked at.
agreement AS (
    SELECT id, child_id, agreed_on, ended_on
    FROM casetrack_section20agreement
    WHERE child_id IN (SELECT child_id FROM scope)
),

agreement_review AS (
    SELECT child_id, agreement_id, reviewed_on, outcome
    FROM casetrack_section20review
    WHERE child_id IN (SELECT child_id FROM scope)
),

gateway AS (
    SELECT id, child_id, referred_on, decided_on, decision
    FROM casetrack_legalgateway
    WHERE child_id IN (SELECT child_id FROM scope)
),

pre_proceedings AS (
    SELECT id, child_id, letter_sent_on, ended_on, outcome
    FROM casetrack_preproceedings
    WHERE child_id IN (SELECT child_id FROM scope)
),

pre_proceedings_meeting AS (
    SELECT child_id, pre_proceedings_id, purpose, held_on
    FROM casetrack_preproceedingsmeeting
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Proceedings; `until_on` is the last day that the court has given, null without an extension.
proceedings AS (
    SELECT
        id, child_id, kind, issued_on, concluded_on, (
            SELECT max(until_on) FROM casetrack_proceedingsextension AS extension
            WHERE extension.proceedings_id = casetrack_proceedings.id
        ) AS until_on
    FROM casetrack_proceedings
    WHERE child_id IN (SELECT child_id FROM scope)
),

hearing AS (
    SELECT id, child_id, proceedings_id, purpose, listed_on, held_on, vacated_on
    FROM casetrack_hearing
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- A family meeting was offered on the day, or decided against with a reason.
family_meeting AS (
    SELECT child_id, offered_on AS offered_on, held_on, declined_on
    FROM casetrack_familymeeting
    WHERE child_id IN (SELECT child_id FROM scope)
    UNION ALL
    SELECT child_id, decided_on, NULL, NULL
    FROM casetrack_familymeetingnotoffered
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Relatives and friends put forward; `out_on` is the day they stood back or were ruled out.
relative AS (
    SELECT
        id, child_id, kinship, put_forward_on, viability_started_on, viability_done_on, viability,
        assessment_started_on, assessment_done_on, assessment,
        least(stood_back_on, ruled_out_on) AS out_on
    FROM casetrack_relative
    WHERE child_id IN (SELECT child_id FROM scope)
),

sibling_decision AS (
    SELECT child_id, decision, decided_on
    FROM casetrack_siblingdecision
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Approvals of carers for the child; `until_on` is the day they run out, as extended.
approval AS (
    SELECT
        id, child_id, home_id, kind, starts_on, ends_on, end_reason, expires_on, extended_on,
        extended_until, extended_because, coalesce(extended_until, expires_on) AS until_on
    FROM placements_carerapproval
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Approvals asked of an officer or a panel, with the answer where there is one.
approval_request AS (
    SELECT
        request.id, request.child_id, request.kind, asked_on, needed_on, decided_on, decision,
        decided_as
    FROM placements_approvalrequest AS request
    LEFT JOIN placements_approvaldecision AS answer ON answer.request_id = request.id
    WHERE request.child_id IN (SELECT child_id FROM scope)
),

home_assessment AS (
    SELECT id, child_id, kind, relative_id, started_on, completed_on, finding
    FROM placements_homeassessment
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Whether the care order at home is still needed, asked and answered.
order_question AS (
    SELECT child_id, asked_on, answer
    FROM placements_orderquestion
    WHERE child_id IN (SELECT child_id FROM scope)
),

long_term_match AS (
    SELECT id, child_id, home_id, decided_on, fewer_visits_on, ended_on
    FROM placements_longtermmatch
    WHERE child_id IN (SELECT child_id FROM scope)
),

missing AS (
    SELECT id, child_id, starts_on, ends_on
    FROM placements_missingepisode
    WHERE child_id IN (SELECT child_id FROM scope)
),

return_interview AS (
    SELECT child_id, came_back_on, offered_on, declined_on, held_on
    FROM placements_returninterview
    WHERE child_id IN (SELECT child_id FROM scope)
),

placement_plan AS (
    SELECT child_id, home_id, agreed_on, notified_on
    FROM placements_placementplan
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Worries about a home, until things settled or the child moved.
worry AS (
    SELECT id, child_id, starts_on, ends_on, support_offered_on
    FROM placements_homeworry
    WHERE child_id IN (SELECT child_id FROM scope)
),

home_meeting AS (
    SELECT child_id, home_id, kind, held_on
    FROM placements_homemeeting
    WHERE child_id IN (SELECT child_id FROM scope)
),

unregistered AS (
    SELECT id, child_id, kind, starts_on, ends_on
    FROM placements_unregisteredsetting
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Steps of plans; `due_on` is the day planned for now.
milestone AS (
    SELECT
        id, child_id, plan_id, code, planned_on, revised_on, actual_on, owner_id,
        coalesce(revised_on, planned_on) AS due_on
    FROM permanence_milestone
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Every later day that a step was moved to, in order, and the day on which that was recorded.
slip AS (
    SELECT
        child_id, milestone_id, revised_on, moved_on,
        row_number() OVER (PARTITION BY milestone_id ORDER BY pgh_id) AS nth
    FROM (
        SELECT
            child_id, id AS milestone_id, pgh_id, revised_on, pgh_created_at::date AS moved_on,
            lag(coalesce(revised_on, planned_on)) OVER steps AS before_on
        FROM permanence_milestoneevent
        WHERE child_id IN (SELECT child_id FROM scope)
        WINDOW steps AS (PARTITION BY id ORDER BY pgh_id)
    ) AS told
    WHERE revised_on > before_on
        AND EXISTS (SELECT FROM permanence_milestone AS kept WHERE kept.id = milestone_id)
),

-- Visits by the council's social workers at which the child was seen, a day each; neither the
-- reviewing officer's nor a call by video or telephone is one.
visit AS (
    SELECT DISTINCT child_id, visited_on
    FROM permanence_visit
    WHERE child_id IN (SELECT child_id FROM scope)
        AND visitor <> 'iro' AND place <> 'online' AND seen <> 'not-seen'
),

-- The days of such visits at which the child was seen alone.
seen_alone AS (
    SELECT child_id, visited_on
    FROM permanence_visit
    WHERE child_id IN (SELECT child_id FROM scope)
        AND visitor <> 'iro' AND place <> 'online' AND seen = 'alone'
),

supervision AS (
    SELECT child_id, held_on
    FROM permanence_supervision
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- The days on which the child's words were heard, or what a baby shows; never the words.
childs_words AS (
    SELECT child_id, said_on
    FROM permanence_childswords
    WHERE child_id IN (SELECT child_id FROM scope)
),

life_story AS (
    SELECT child_id, kind, done_on
    FROM permanence_lifestory
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Checks of health and learning: their kinds are those of permanence.CheckKind.
wellbeing AS (
    SELECT child_id, kind, done_on
    FROM permanence_wellbeingcheck
    WHERE child_id IN (SELECT child_id FROM scope)
),

school AS (
    SELECT id, child_id, starts_on, ends_on, hours
    FROM permanence_schoolplace
    WHERE child_id IN (SELECT child_id FROM scope)
),

action AS (
    SELECT id, child_id, agreed_on, due_on, done_on
    FROM permanence_agreedaction
    WHERE child_id IN (SELECT child_id FROM scope)
),

challenge AS (
    SELECT id, child_id, raised_on, cafcass_on, closed_on
    FROM permanence_challenge
    WHERE child_id IN (SELECT child_id FROM scope)
),

challenge_stage AS (
    SELECT id, child_id, challenge_id, stage, began_on, answered_on
    FROM permanence_challengestage
    WHERE child_id IN (SELECT child_id FROM scope)
),

mid_point AS (
    SELECT child_id, held_on
    FROM permanence_midpoint
    WHERE child_id IN (SELECT child_id FROM scope)
),

notification AS (
    SELECT child_id, notified_on
    FROM adoption_adoptionnotification
    WHERE child_id IN (SELECT child_id FROM scope)
),

early_permanence AS (
    SELECT child_id, considered_on
    FROM adoption_earlypermanence
    WHERE child_id IN (SELECT child_id FROM scope)
),

permanence_report AS (
    SELECT id, child_id, started_on, completed_on, received_on
    FROM adoption_childpermanencereport
    WHERE child_id IN (SELECT child_id FROM scope)
),

reexamination AS (
    SELECT id, child_id, held_on, occasion, outcome
    FROM adoption_adoptionreexamination
    WHERE child_id IN (SELECT child_id FROM scope)
),

family_finding AS (
    SELECT id, child_id, starts_on, ends_on
    FROM adoption_familyfinding
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Links with families that may adopt, until they end.
link AS (
    SELECT id, child_id, linked_on, ended_on
    FROM adoption_adoptionlink
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Adoption panels: the question is 'plan' or 'match', `received_on` when the decision maker had it.
panel AS (
    SELECT id, child_id, held_on, question, recommendation, received_on
    FROM adoption_adoptionpanel
    WHERE child_id IN (SELECT child_id FROM scope)
),

introductions AS (
    SELECT id, child_id, agreed_on, started_on, ended_on, end_reason
    FROM adoption_introductions
    WHERE child_id IN (SELECT child_id FROM scope)
),

adoption_support AS (
    SELECT child_id, agreed_on
    FROM adoption_adoptionsupportplan
    WHERE child_id IN (SELECT child_id FROM scope)
),

adoption_application AS (
    SELECT id, child_id, applied_on, withdrawn_on
    FROM adoption_adoptionapplication
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- People named as special guardians or for a child arrangements order (`order_sought`).
guardian AS (
    SELECT
        id, child_id, order_sought, relationship, named_on, viability_concluded_on, viability,
        assessment_started_on, assessment_completed_on, assessed, intention_confirmed_on,
        support_plan_drafted_on, support_plan_agreed_on, notice_given_on, report_asked_on,
        report_filed_on, applied_on, withdrew_on
    FROM adoption_prospectiveguardian
    WHERE child_id IN (SELECT child_id FROM scope)
),

guardian_support_review AS (
    SELECT child_id, held_on
    FROM adoption_guardianshipsupportreview
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- A child's unbroken time in one home, until she is placed there for adoption: a new spell.
home_spell AS (
    SELECT
        child_id, home_id, is_adoptive, lower(days) AS starts_on, upper(days) AS ends_on,
        known[array_position(starts, lower(days))] AS start_known
    FROM (
        SELECT
            child_id, home_id, is_adoptive,
            range_agg(daterange(starts_on, ends_on)) AS spells,
            array_agg(starts_on) AS starts, array_agg(start_known) AS known
        FROM lives
        CROSS JOIN LATERAL (SELECT type IN ('A3', 'A4', 'A5', 'A6') AS is_adoptive) AS adoption
        GROUP BY child_id, home_id, is_adoptive
    ) AS held
    CROSS JOIN LATERAL unnest(spells) AS days
),

-- The days on which the way of counting visits changes, or may, and the way that holds from each
-- (regulation 28). It goes by the spell at one carer (`starts_on`, `ends_on`), which begins anew
-- where that carer becomes the child's adopter: a stay with return is that home, and how long the
-- child is meant to live there stands until it is said otherwise. `ruled_on` is the day from which
-- a rule of its own holds: interim order, move without an assessment, care order, temporary
-- approval or placing for adoption. "The first review" is the first after that day. A start that is
-- not known is taken to be over a year, and a review, ago.
visit_turn AS (
    WITH change AS (
        SELECT child_id, starts_on AS day FROM lives
        UNION SELECT child_id, (starts_on + interval '1 year')::date FROM home_spell
        UNION SELECT child_id, held_on FROM review
            WHERE child_id IN (
                SELECT child_id FROM home_spell WHERE is_adoptive
                UNION ALL SELECT child_id FROM lives WHERE type = 'P1'
                UNION ALL SELECT child_id FROM approval WHERE kind = 'temporary'
            )
        UNION SELECT child_id, starts_on FROM status WHERE code IN ('C1', 'C2')
        UNION SELECT child_id, ends_on FROM status WHERE code IN ('C1', 'C2')
        UNION SELECT child_id, starts_on FROM approval WHERE kind = 'temporary'
        UNION SELECT child_id, ends_on FROM approval WHERE kind = 'temporary'
        UNION SELECT child_id, decided_on FROM long_term_match
        UNION SELECT child_id, fewer_visits_on FROM long_term_match
        UNION SELECT child_id, ended_on FROM long_term_match
        UNION SELECT child_id, decided_on FROM approval_request
            WHERE kind = 'parents-at-once' AND decision = 'approved'
        UNION SELECT child_id, completed_on FROM home_assessment WHERE kind = 'parents'
    )
    SELECT
        spell.child_id, spell.starts_on, spell.ends_on, spell.start_known, day, ruled_on,
        CASE
            WHEN is_reviewed AND ruled_by <> 'parents-order' THEN ruled_by || '-later'
            WHEN ruled_by IS NOT NULL THEN ruled_by
            WHEN spell.start_known AND day < (spell.starts_on + interval '1 year')::date
                THEN 'first-year'
            WHEN lives.type IN ('R2', 'R5') THEN 'others'
            WHEN fewer_on <= day THEN 'long-term-agreed'
            WHEN is_matched OR meant.meant_for = 'until-18' THEN 'to-eighteen'
            ELSE 'after-year' END AS regime
    FROM home_spell AS spell
    JOIN change
        ON change.child_id = spell.child_id AND daterange(spell.starts_on, spell.ends_on) @> day
    JOIN lives
        ON lives.child_id = spell.child_id AND daterange(lives.starts_on, lives.ends_on) @> day
    CROSS JOIN LATERAL (
        SELECT count(*) > 0 AS is_matched, min(fewer_visits_on) AS fewer_on
        FROM long_term_match AS matched
        WHERE matched.child_id = spell.child_id AND matched.home_id = spell.home_id
            AND daterange(decided_on, ended_on) @> day
    ) AS matching
    LEFT JOIN LATERAL (
        SELECT lived.meant_for FROM lives AS lived
        WHERE lived.child_id = spell.child_id AND lived.meant_for <> ''
            AND lived.starts_on BETWEEN spell.starts_on AND day
        ORDER BY lived.starts_on DESC LIMIT 1
    ) AS meant ON true
    LEFT JOIN LATERAL (
        SELECT ruled_by, ruled_on, is_reviewed
        FROM (
            SELECT 1 AS nth, 'adoptive' AS ruled_by, spell.starts_on AS since WHERE is_adoptive
            UNION ALL
            SELECT
                CASE code WHEN 'C1' THEN 2 ELSE 4 END,
                CASE code WHEN 'C1' THEN 'parents-interim' ELSE 'parents-order' END,
                status.starts_on
            FROM status
            WHERE lives.type = 'P1' AND status.child_id = spell.child_id AND code IN ('C1', 'C2')
                AND daterange(status.starts_on, status.ends_on) @> day
            UNION ALL
            SELECT 3, 'parents-unassessed', decided_on FROM approval_request AS request
            WHERE lives.type = 'P1' AND request.child_id = spell.child_id
                AND kind = 'parents-at-once' AND decision = 'approved'
                AND decided_on BETWEEN spell.starts_on - 28 AND day
                AND NOT EXISTS (
                    SELECT FROM home_assessment AS assessed
                    WHERE assessed.child_id = spell.child_id AND assessed.kind = 'parents'
                        AND completed_on BETWEEN decided_on AND day
                )
            UNION ALL
            SELECT 5, 'connected', approval.starts_on FROM approval
            WHERE approval.child_id = spell.child_id AND approval.home_id = spell.home_id
                AND kind = 'temporary' AND daterange(approval.starts_on, approval.ends_on) @> day
        ) AS rule
        CROSS JOIN LATERAL (SELECT greatest(since, spell.starts_on) AS ruled_on) AS ruling
        CROSS JOIN LATERAL (
            SELECT EXISTS (
                SELECT FROM review
                WHERE review.child_id = spell.child_id AND held_on > ruled_on AND held_on <= day
            ) OR (ruled_on = spell.starts_on AND NOT spell.start_known) AS is_reviewed
        ) AS reviewing
        WHERE NOT (ruled_by = 'parents-unassessed' AND is_reviewed)
        ORDER BY nth, ruled_on LIMIT 1
    ) AS rule ON true
),

-- Waits for a visit, in the way of counting that holds (`regime`): they begin where the child comes
-- to live somewhere, with each visit, and where another way of counting takes over. They count from
-- the last visit in that home, else from the move; a rule of its own counts at the earliest from
-- the day that it holds, but a temporary approval leaves the first visit due a week after the move.
visit_wait AS (
    WITH told AS (
        SELECT
            child_id, day, is_visit,
            first_value(starts_on) OVER turn AS starts_on,
            first_value(ends_on) OVER turn AS ends_on,
            first_value(start_known) OVER turn AS start_known,
            first_value(ruled_on) OVER turn AS ruled_on,
            first_value(regime) OVER turn AS regime,
            bool_or(is_visit) OVER (PARTITION BY child_id, day) AS is_visited
        FROM (
            SELECT *, count(*) FILTER (WHERE NOT is_visit)
                OVER (PARTITION BY child_id ORDER BY day, is_visit) AS nth
            FROM (
                SELECT child_id, day, false AS is_visit, starts_on, ends_on, start_known, ruled_on,
                    regime
                FROM visit_turn
                UNION ALL
                SELECT child_id, visited_on, true, NULL, NULL, NULL, NULL, NULL FROM visit
            ) AS happened
        ) AS counted
        WHERE nth > 0
        WINDOW turn AS (PARTITION BY child_id, nth ORDER BY day, is_visit)
    ),
    named AS (
        SELECT
            child_id, day, is_visit, is_visited, starts_on, ends_on, start_known, ruled_on, seen_on,
            CASE
                WHEN regime = 'parents-order' AND coalesce(seen_on < ruled_on, true)
                    THEN 'parents-order-first'
                WHEN ruled_on IS NULL AND seen_on IS NULL AND start_known THEN 'first'
                ELSE regime END AS regime
        FROM (
            SELECT *, max(day) FILTER (WHERE is_visit)
                OVER (PARTITION BY child_id, starts_on ORDER BY day, is_visit) AS seen_on
            FROM told
            WHERE coalesce(day < ends_on, true)
        ) AS seen
    ),
    turned AS (
        SELECT *,
            lead(day, 1, ends_on) OVER spell AS until,
            lead(is_visited, 1, false) OVER spell AS until_visited,
            lead(regime) OVER spell AS until_regime
        FROM (
            SELECT *, lag(regime) OVER spell IS DISTINCT FROM regime AS is_new
            FROM named
            WINDOW spell AS (PARTITION BY child_id, starts_on ORDER BY day, is_visit)
        ) AS turning
        WHERE is_visit OR is_new
        WINDOW spell AS (PARTITION BY child_id, starts_on ORDER BY day, is_visit)
    )
    SELECT
        child_id, regime, day AS runs_from, until AS stopped_on,
        greatest(seen_on, starts_on, counts_on) AS started_on,
        start_known OR seen_on IS NOT NULL OR coalesce(counts_on > starts_on, false) AS start_known,
        CASE
            WHEN until IS NULL THEN ''
            WHEN until_visited THEN 'visit'
            WHEN until = ends_on THEN 'home ended'
            ELSE 'counted otherwise' END AS stopped_by
    FROM turned
    CROSS JOIN LATERAL (
        SELECT CASE
            WHEN regime NOT IN ('connected', 'connected-later') OR seen_on IS NOT NULL THEN ruled_on
            END AS counts_on
    ) AS counting
    WHERE until IS DISTINCT FROM day OR until_regime <> regime
),

-- The days on which other facts show that a step of a route was done. This says in SQL what
-- `permanence/found.py` and `adoption/found.py` say for the pages. Steps that only a fact shows
-- which clocks do not have are left out of `step`: a fostering panel, a matching meeting, a child
-- told, a first look at a guardian.
step_done AS (
    SELECT child_id, code, held_on AS day FROM review
    CROSS JOIN LATERAL (VALUES ('first-review'), ('second-review')) AS steps (code)
    UNION ALL
    SELECT review.child_id, 'review-after-placed', held_on FROM review
    JOIN home_kind
        ON home_kind.child_id = review.child_id AND kind = 'adoptive'
        AND home_kind.starts_on <= held_on
    UNION ALL SELECT child_id, 'siblings-decided', decided_on FROM sibling_decision
    UNION ALL
    SELECT child_id, CASE kind WHEN 'placement' THEN 'placement-order'
        WHEN 'adoption' THEN 'adoption-order'
        WHEN 'special-guardianship' THEN 'special-guardianship-order'
        WHEN 'child-arrangements' THEN 'child-arrangements-order' END, made_on FROM court_order
    UNION ALL SELECT child_id, 'care-order-ended', ended_on FROM court_order WHERE kind = 'care'
    UNION ALL
    SELECT child_id, CASE kind WHEN 'adoptive' THEN 'placed-for-adoption'
        WHEN 'P1' THEN 'moved-home' END, starts_on FROM home_kind
    UNION ALL
    SELECT child_id, 'parents-assessed', completed_on FROM home_assessment WHERE kind = 'parents'
    UNION ALL
    SELECT child_id, 'home-approved', decided_on FROM approval_request
    WHERE decision = 'approved' AND kind IN ('parents', 'parents-at-once')
    UNION ALL
    SELECT child_id, 'order-questioned', asked_on FROM order_question WHERE answer = 'apply'
    UNION ALL SELECT child_id, 'discharge-applied', applied_on FROM discharge
    UNION ALL
    SELECT child_id, CASE kind WHEN 'temporary' THEN 'temporary-approval'
        WHEN 'foster' THEN 'full-approval' END, starts_on FROM approval
    UNION ALL SELECT child_id, 'long-term-match', decided_on FROM long_term_match
    UNION ALL
    SELECT child_id, CASE kind WHEN 'book' THEN 'life-story-book'
        WHEN 'letter' THEN 'later-life-letter' END, done_on FROM life_story
    UNION ALL SELECT child_id, 'agency-told', notified_on FROM notification
    UNION ALL SELECT child_id, 'early-permanence', considered_on FROM early_permanence
    UNION ALL SELECT child_id, 'child-permanence-report', completed_on FROM permanence_report
    UNION ALL SELECT child_id, 'family-finding', starts_on FROM family_finding
    UNION ALL
    SELECT child_id, 'adoption-decision', decided_on FROM decision WHERE reversed_on IS NULL
    UNION ALL SELECT child_id, 'link', linked_on FROM link
    UNION ALL SELECT child_id, 'matching-panel', held_on FROM panel WHERE question = 'match'
    UNION ALL SELECT child_id, 'match', decided_on FROM match WHERE withdrawn_on IS NULL
    UNION ALL SELECT child_id, 'support-plan', agreed_on FROM adoption_support
    UNION ALL SELECT child_id, 'introductions', started_on FROM introductions
    UNION ALL
    SELECT child_id, 'adoption-order-applied', applied_on FROM adoption_application
    WHERE withdrawn_on IS NULL
    UNION ALL
    SELECT child_id, code, day FROM guardian
    CROSS JOIN LATERAL (
        VALUES ('guardian-named', named_on), ('guardian-assessed', assessment_completed_on),
            ('guardian-sure', intention_confirmed_on), ('guardian-support', support_plan_agreed_on),
            ('guardian-notice', least(notice_given_on, report_asked_on)),
            ('guardian-report', report_filed_on)
    ) AS steps (code, day)
    WHERE order_sought = 'special-guardianship' AND withdrew_on IS NULL
    UNION ALL
    SELECT child_id, 'arrangements-applied', applied_on FROM guardian
    WHERE order_sought = 'child-arrangements' AND withdrew_on IS NULL
    UNION ALL SELECT child_id, 'guardian-support-review', held_on FROM guardian_support_review
),

-- Steps of plans: their plan's `starts_on` and `until`, the day planned for now, and `done_on`, the
-- first day that shows it since the care began in which the plan was proposed.
step AS (
    SELECT
        milestone.id, milestone.child_id, plan_id, milestone.due_on, owner_id, plan.starts_on, until,
        achieved_on, coalesce(
            actual_on,
            CASE milestone.code
                WHEN 'plan-endorsed' THEN endorsed_on
                WHEN 'plan-ratified' THEN ratified_on
                WHEN 'permanence-achieved' THEN achieved_on
                WHEN 'second-review' THEN (array_agg(day ORDER BY day))[2]
                ELSE min(day) END
        ) AS done_on
    FROM milestone
    JOIN (
        SELECT plan.*, least(ends_on, achieved_on) AS until, coalesce(
            (
                SELECT max(care.starts_on) FROM care
                WHERE care.child_id = plan.child_id AND care.starts_on <= plan.starts_on
            ), plan.starts_on) AS since_on
        FROM plan
    ) AS plan ON plan.id = plan_id
    LEFT JOIN step_done AS found
        ON found.child_id = milestone.child_id AND found.code = milestone.code AND day >= since_on
    WHERE milestone.code NOT IN ('fostering-panel', 'matching-meeting', 'child-told', 'viability')
    GROUP BY
        milestone.id, milestone.child_id, milestone.code, plan_id, milestone.due_on, owner_id,
        actual_on, plan.starts_on, until, achieved_on, endorsed_on, ratified_on
),

-- What a week in a kind of home costs, in pounds: of one provider, or ('') of any.
weekly_rate AS (
    SELECT authority_id, type, provider, pounds, starts_on, ends_on FROM oversight_weeklyrate
),

-- Every day with its count of working days so far (England and Wales).
calendar AS (
    SELECT day, is_working, working_number FROM casetrack_calendarday
),

-- An authority's own limits, in force for waits that start in the period.
setting AS (
    SELECT
        authority_id, clock, starts_on, ends_on, enabled,
        "limit" AS limit_count, warning AS warning_count, options
    FROM oversight_clocksetting
)
